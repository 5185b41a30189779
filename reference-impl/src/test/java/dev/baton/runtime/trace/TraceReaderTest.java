package dev.baton.runtime.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.runtime.trace.TraceFile.Step;
import dev.baton.runtime.trace.TraceFile.Trace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What trace files say, and what is said of those that are wrong. */
final class TraceReaderTest {
    private static final List<String> TEXT = """
        # baton-traces 2
        try grant K 0 main
        memory x 0: 0
        may 1 grant K 0 main; drain [1]
        may 2 none
        ?1
        step a grant K 0 main set_x
          memory x 0: 1
          at K 0 main: done
        step b/1 act K 0 go 3 / 1
        step b.2 crash K 0
          ! error

        trace one
          a ?2 b/1
          a

        trace two from one:2
          b.2

        # told to people
        refused bad:NoneLost from one:1
          b/1
        x act K 0 go 2
        x act K 0 go 1

        refused bad:Rests
          a
        + act K 0 go 2
        """.lines().toList();

    private static TraceFile read(List<String> lines) {
        return new TraceReader("T.traces").read(lines);
    }

    private static List<String> commands(Trace trace) {
        return trace.steps().stream().map(Step::command).toList();
    }

    @Test
    void readsAFile() {
        TraceFile file = read(TEXT);
        assertThat(file.tries()).containsExactly("grant K 0 main");
        assertThat(file.first()).containsExactly(java.util.Map.entry("memory x 0", "0"));
        assertThat(file.may()).contains(Set.of("grant K 0 main", "drain [1]"));
        assertThat(file.traces())
                .extracting(Trace::name)
                .containsExactly("one", "two", "refused bad:NoneLost", "refused bad:Rests");
    }

    @Test
    void stepsAreWhatTheirNamesSay() {
        List<Step> steps = read(TEXT).traces().getFirst().steps();
        assertThat(steps)
                .extracting(Step::command)
                .containsExactly("grant K 0 main set_x", "act K 0 go 3 / 1", "grant K 0 main set_x");
        assertThat(steps.getFirst().changes()).containsEntry("memory x 0", "1").containsEntry("at K 0 main", "done");
        assertThat(steps)
                .extracting(Step::may)
                .containsExactly(Optional.of(Set.of()), Optional.empty(), Optional.empty());
        assertThat(steps).extracting(Step::line).containsExactly(15, 15, 16);
    }

    @Test
    void tracesGoOnWhereEarlierOnesWere() {
        Trace two = read(TEXT).traces().get(1);
        assertThat(commands(two)).containsExactly("grant K 0 main set_x", "act K 0 go 3 / 1", "crash K 0");
        assertThat(two.steps()).extracting(Step::may).containsOnly(Optional.empty());
        assertThat(two.steps()).extracting(Step::violation).containsExactly(false, false, true);
        assertThat(two.steps()).extracting(Step::line).containsExactly(18, 18, 19);
    }

    @Test
    void codePartsFromCounterexamples() {
        List<Trace> traces = read(TEXT).traces();
        assertThat(commands(traces.get(2))).containsExactly("grant K 0 main set_x", "act K 0 go 3 / 1");
        assertThat(traces.get(2).parting()).contains(new Parting.Refuses(24, List.of("act K 0 go 2", "act K 0 go 1")));
        assertThat(traces.get(3).parting()).contains(new Parting.GoesOn(29, "act K 0 go 2"));
        assertThat(traces.getFirst().parting()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1|# baton-traces 1|expected `# baton-traces 2`; generate the tests anew",
                "2|tyr grant K 0 main|`tyr grant K 0 main` can't be understood",
                "2|try walk K 0|`walk K 0` is no command",
                "2|try grant K 0|`grant K 0` ends too early",
                "2|try grant K zero main|`zero` in `grant K zero main` is no number",
                "2|try crash K -1|`-1` in `crash K -1` is no number of a member or place",
                "2|try crash K 0 1|`crash K 0 1` goes on after `0`",
                "2|try act K 0 go 3 / x|`x` in `act K 0 go 3 / x` is no number",
                "2|try drain Cpu|`Cpu` is no seat",
                "3|memory x: 0|`memory x` ends too early",
                "3|taste x 0: 0|`taste x 0` is nothing that can be seen",
                "4|may 1|`may` has a number and commands, or `none`",
                "5|may 1 none|there are two `may 1`",
                "6|?3|there is no `may 3` before",
                "7|step a|a step has a name and a command",
                "9|  memory x 0: 2|`memory x 0` is told twice",
                "10|step a drain [0]|there are two steps `a`",
                "15|  c|there is no `step c` before",
                "15|  ?2 a|what the model may do stands behind a step",
                "15|  a ?3|there is no `may 3` before",
                "18|trace one|there are two traces `one`",
                "18|trace two from three:1|there is no trace for `from three:1` before",
                "18|trace two from one:4|`from one:4`, but that trace has 3 steps",
                "18|trace two from one:many|`many` in `many` is no number",
                "25|- act K 0 go 1|code parts from a trace once",
            })
    void saysWhereItIsWrong(int line, String text, String error) {
        List<String> lines = new java.util.ArrayList<>(TEXT);
        lines.set(line - 1, indented(line, text));
        assertThatThrownBy(() -> read(lines))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("`T.traces`, line " + line + ": ")
                .hasMessageContaining(error);
    }

    /** Values of tables lose the space at their ends. */
    private static String indented(int line, String text) {
        return TEXT.get(line - 1).startsWith("  ") ? "  " + text : text;
    }

    @Test
    void stepsBelongToTraces() {
        assertThatThrownBy(() -> read(List.of("# baton-traces 2", "step a drain [0]", "", "may 1 none", "  a")))
                .hasMessage("`T.traces`, line 5: there is no trace before");
    }

    @Test
    void anEmptyFileIsNone() {
        assertThatThrownBy(() -> read(List.of())).hasMessageContaining("`T.traces`, line 1: expected");
    }
}
