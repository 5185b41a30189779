package dev.baton.view;

import dev.baton.dsl.Frontend;
import dev.baton.dsl.LoadedFile;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.lowering.Lowering;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.source.SourceFile;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Protocols and behaviours of them to look at. */
public final class Protocols {
    private static final Path ROOT = Path.of(System.getProperty("baton.root", ".."));

    /** A message is overwritten: what README shows. */
    public static final List<String> OVERWRITTEN = List.of(
            "send_set_header(self=Sender(0))",
            "send_set_payload(self=Sender(0))",
            "send_raise_doorbell(self=Sender(0))",
            "send_set_sent(self=Sender(0))",
            "send_set_header_2(self=Sender(0))",
            "send_set_payload_2(self=Sender(0))",
            "deliver_doorbell",
            "doorbell_raise_irq_work",
            "deliver_irq_work",
            "irq_work_let_h",
            "irq_work_set_delivered");

    private Protocols() {}

    public static Subject singleSlot() {
        return subject(read(ROOT.resolve("specs/ipi/single_slot.baton")), "specs/ipi/single_slot.baton", "NoneLost");
    }

    /** The mailbox of this module's tests, where everything travels. */
    public static Subject mail() {
        return subject(read(Path.of("src/test/resources/protocols/mail.baton")), "mail.baton", "NoTwo");
    }

    /** Hundreds of cells, and a behaviour of any length. */
    public static Subject large() {
        return subject("""
            protocol Large
            memory word[0..299]: 0..299 = 0
            ipi bell to Host
            kernel Host {
              var rung: 0..299 = 0
              interrupt bell {
                word[rung] = rung
                rung = (rung + 1) % 300
              }
            }
            kernel Guest { action ring { raise bell } }
            invariant Small: forall i in 0..299: word[i] < 300
            """, "large.baton", "Small");
    }

    /** So many steps of {@link #large}. */
    public static List<String> manySteps(int count) {
        List<String> round = List.of("ring", "deliver_bell", "bell_set_word", "bell_set_rung");
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> round.get(i % round.size()))
                .toList();
    }

    /** Of a text: the check that is first in it. */
    public static Subject subject(String text, String name, String property) {
        LoadedFile file = Frontend.load(Path.of("none.baton"), new SourceFile(name, text))
                .result()
                .orElseThrow();
        Map<String, Integer> parameters = file.checks().getFirst().parameters();
        Protocol protocol = Frontend.protocol(file, parameters).result().orElseThrow();
        TransitionSystem system = Lowering.lower(protocol);
        Optional<Property> shown = system.properties().stream()
                .filter(p -> p.name().equals(property))
                .findFirst();
        return new Subject(
                "0.1.0",
                name,
                protocol,
                system,
                shown,
                Optional.of(new Subject.CheckFacts(
                        file.checks().getFirst().name(), Optional.of("explicit"), Optional.empty())),
                Map.of());
    }

    /** The behaviour that takes these steps. */
    public static Trace trace(Subject subject, List<String> path) {
        try {
            return new Exploration(subject, Commentator.SILENT).follow(path);
        } catch (NoSuchStepException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static View view(Subject subject, List<String> path) {
        return ViewBuilder.view(subject, trace(subject, path), Commentator.SILENT);
    }

    public static View lasso(Subject subject, List<String> path, int loop) {
        Trace stem = trace(subject, path);
        return ViewBuilder.view(
                subject, new Trace(stem.first(), stem.steps(), OptionalInt.of(loop)), Commentator.SILENT);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
