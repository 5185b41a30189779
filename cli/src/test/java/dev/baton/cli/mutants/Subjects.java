package dev.baton.cli.mutants;

import dev.baton.dsl.Frontend;
import dev.baton.model.protocol.Protocol;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Protocols that mutants are tried on, and with which parameters. */
final class Subjects {
    /**
     * A protocol with parameters.
     *
     * @param name of the trial
     * @param protocol name of its file
     */
    record Subject(String name, String protocol, Map<String, Integer> parameters) {
        Subject {
            parameters = Map.copyOf(parameters);
        }
    }

    /** Small, and beside those that {@code reference-impl} keeps: together they use all that the runtime has. */
    static final List<Subject> TRACED = List.of(
            new Subject("ring_full_and_dead", "ring_reclaimed", Map.of("SLOTS", 1, "CRASHES", 1)),
            traced("doorbell_tso", Map.of()),
            traced("tso", Map.of("FENCE", 2)),
            traced("mask", Map.of()),
            traced("interrupts", Map.of()),
            traced("shared_core", Map.of()),
            traced("offline_core", Map.of()),
            traced("channels", Map.of()),
            traced("lives", Map.of()),
            traced("faults", Map.of()),
            traced("ownership", Map.of()),
            traced("ipi", Map.of()),
            traced("channel_ends", Map.of()),
            traced("regret", Map.of()));

    private static final Map<String, Map<String, Integer>> TO_RUN = Map.of(
            "ring_published", Map.of("SENDERS", 5, "SLOTS", 4),
            "single_slot_full_flag", Map.of("SENDERS", 3, "MESSAGES", 3),
            "ring_reclaimed", Map.of("SENDERS", 3, "MESSAGES", 60, "SLOTS", 4, "CRASHES", 1),
            "live_update", Map.of("REQUESTS", 100_000_000, "PAGES", 2));

    private final Path root;

    /** @param root of Baton's sources */
    Subjects(Path root) {
        this.root = root;
    }

    private static Subject traced(String name, Map<String, Integer> parameters) {
        return new Subject(name, name, parameters);
    }

    /** As it is to be run. */
    static Subject ran(String name) {
        return new Subject(name, name, TO_RUN.getOrDefault(name, Map.of()));
    }

    Protocol protocol(Subject subject) {
        Path file = Stream.of(
                        "specs/ipi",
                        "specs/handover",
                        "specs/classic",
                        "cli/src/test/resources/semantics",
                        "cli/src/test/resources/mutants")
                .map(below -> root.resolve(below).resolve(subject.protocol + ".baton"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no " + subject.protocol + ".baton"));
        return Frontend.load(file)
                .result()
                .flatMap(loaded -> Frontend.protocol(loaded, subject.parameters).result())
                .orElseThrow();
    }
}
