package dev.baton.cli.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The formulas that solvers get mean what the interpreter says: no solver is asked. */
final class SymbolicStepsTest {
    private static final int STATES = 600;

    @Property(tries = 250, seed = "20261126", edgeCases = EdgeCasesMode.NONE)
    void formulasMeanWhatTheInterpreterSays(@ForAll("numbers") List<Integer> numbers) {
        String text = RandomProtocol.of(numbers);
        Trial.lowered(text)
                .ifPresent(system -> assertThat(SymbolicSteps.differences(system, STATES))
                        .as(text)
                        .isEmpty());
    }

    @Provide
    Arbitrary<List<Integer>> numbers() {
        return Numbers.arbitrary();
    }

    @ParameterizedTest
    @MethodSource("dev.baton.cli.differential.DisagreementsTest#files")
    void alsoOfProtocolsThatEnginesOnceDisagreedOn(Path file) throws Exception {
        String text = Files.readString(file);
        assertThat(SymbolicSteps.differences(Trial.lowered(text).orElseThrow(), STATES))
                .isEmpty();
    }
}
