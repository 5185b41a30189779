package dev.baton.codegen.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.codegen.trace.TraceText.Effect;
import dev.baton.codegen.trace.TraceText.Told;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Texts of trace files. */
final class TraceTextTest {
    private static Effect effect(String command, String key, String value) {
        return new Effect(command, Map.of(key, value), false);
    }

    private static Told told(Effect effect) {
        return new Told(effect, Optional.empty());
    }

    private static List<Told> steps(String... commands) {
        List<Told> all = new ArrayList<>();
        for (String c : commands) {
            all.add(told(new Effect(c, Map.of(), false)));
        }
        return all;
    }

    @Test
    void tellsEachStepOnce() {
        TraceText text = new TraceText(Set.of());
        text.head("memory x 0: 0");
        text.first(new TreeSet<>(List.of("act K 0 go")));
        Effect up = effect("act K 0 go", "memory x 0", "1");
        Effect down = effect("act K 0 go", "memory x 0", "0");
        text.trace("one", List.of(told(up), new Told(down, Optional.of(new TreeSet<>())), told(up)));
        text.trace("two", List.of(told(up), told(new Effect("crash K 0", Map.of(), true))));
        assertThat(text).hasToString("""
            # baton-traces 2
            memory x 0: 0
            may 1 act K 0 go
            may 2 none
            ?1
            step go act K 0 go
              memory x 0: 1
            step go.2 act K 0 go
              memory x 0: 0
            step crash:K(0) crash K 0
              ! error

            trace one
              go go.2 ?2 go

            trace two
              go crash:K(0)
            """);
    }

    @Test
    void tracesContinueFromTheLongestBeginning() {
        TraceText text = new TraceText(Set.of());
        text.trace("one", steps("act K 0 a", "act K 0 b", "act K 0 c", "act K 0 d"));
        text.trace("two", steps("act K 0 a", "act K 0 b", "act K 0 c", "act K 0 e", "act K 0 a"));
        text.trace("three", steps("act K 0 a", "act K 0 b", "act K 0 c", "act K 0 e", "act K 0 b"));
        text.trace("four", steps("act K 0 a", "act K 0 b", "act K 0 d"));
        assertThat(text.toString())
                .contains("trace two from one:3\n  e a\n")
                .contains("trace three from two:4\n  b\n")
                .contains("trace four\n  a b d\n");
    }

    @Test
    void whatMayBeDoneIsToldWhereItIsTold() {
        TraceText text = new TraceText(Set.of());
        text.trace("one", steps("act K 0 a", "act K 0 b", "act K 0 c", "act K 0 d"));
        List<Told> more = new ArrayList<>(steps("act K 0 a", "act K 0 b", "act K 0 c"));
        more.add(new Told(new Effect("act K 0 d", Map.of(), false), Optional.of(new TreeSet<>())));
        text.trace("two", more);
        assertThat(text.toString()).contains("trace two from one:3\n  d ?1\n");
    }

    @Test
    void longTracesAreFolded() {
        TraceText text = new TraceText(Set.of());
        text.trace(
                "long",
                Collections.nCopies(100, steps("act K 0 quite_a_long_name").getFirst()));
        assertThat(text.toString().lines())
                .allMatch(line -> line.length() <= 120)
                .anyMatch(line -> line.length() > 100);
    }

    @Test
    void refusedOnesSayHow() {
        TraceText text = new TraceText(Set.of());
        text.refused(
                List.of("refused at once"),
                "bad:Lost",
                List.of(new Effect("act K 0 a", Map.of(), false)),
                List.of("x act K 0 b"));
        assertThat(text.toString()).endsWith("\n\n# refused at once\nrefused bad:Lost\n  a\nx act K 0 b\n");
    }

    @Test
    void namesAreShortAndDiffer() {
        StepNames names = new StepNames(Set.of("Sender"));
        for (String c : List.of(
                "grant Sender 0 send if",
                "grant Sender 1 send if",
                "grant Receiver 0 doorbell either 2 1",
                "grant Receiver 0 doorbell let_m",
                "grant Receiver 0 main let_m",
                "deliver Receiver 0 doorbell",
                "act Old 0 time_out",
                "act New 0 time_out",
                "act Old 0 move 3 / 1",
                "drain Sender[1]",
                "lose-ipi doorbell 0",
                "duplicate ctl 0 1 2")) {
            names.add(new Effect(c, Map.of(), false));
        }
        assertThat(names.all().values())
                .containsExactlyInAnyOrder(
                        "if@0",
                        "if@1",
                        "either/2,1",
                        "Receiver.doorbell.let_m",
                        "Receiver.main.let_m",
                        "doorbell",
                        "Old.time_out",
                        "New.time_out",
                        "move(3)/1",
                        "drain:Sender[1]",
                        "lose-ipi:doorbell(0)",
                        "duplicate:ctl(0,1,2)");
    }

    @Test
    void namesThatStayAlikeAreWholeCommands() {
        StepNames names = new StepNames(Set.of());
        for (String c : List.of("grant K 0 act go", "act K 0 go")) {
            names.add(new Effect(c, Map.of(), false));
        }
        assertThat(names.all().values()).containsExactlyInAnyOrder("grant:K:0:act:go", "act:K:0:go");
    }
}
