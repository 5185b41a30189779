package dev.baton.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.model.interpreter.Trace;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The texts are in {@code src/test/resources/traces}. */
final class TraceTextTest {
    private static final String[] LOST = {
        "await 0", "await 1", "set_slot 0", "raise_bell 0", "set_slot 1", "raise_bell 1", "bell_take"
    };

    @Test
    void anInvariantEndsWithTheValuesThatMakeItFalse() {
        Trace trace = Mailbox.trace(OptionalInt.empty(), "await 1", "set_slot 1", "raise_bell 1", "bell_take");
        Golden.check("invariant", text("None", trace, TraceStyle.PLAIN));
    }

    @Test
    void aDeadlockEndsWithWhoWaitsForWhat() {
        Trace trace = Mailbox.trace(OptionalInt.empty(), "await 1", "set_slot 1", "raise_bell 1", "bell_take");
        Golden.check("deadlock", text("DeadlockFree", trace, TraceStyle.PLAIN));
    }

    @Test
    void aBehaviourThatStopsSaysWhatNeverCame() {
        Golden.check("stops", text("All", Mailbox.trace(OptionalInt.of(7), LOST), TraceStyle.PLAIN));
    }

    @Test
    void aLoopIsMarked() {
        Trace trace = Mailbox.trace(OptionalInt.of(2), "await 0", "set_slot 0", "poke", "lose");
        Golden.check("loop", text("All", trace, TraceStyle.PLAIN));
    }

    @Test
    void anErrorIsQuotedFromTheSource() {
        Trace trace = Mailbox.trace(
                OptionalInt.empty(), "await 0", "set_slot 0", "raise_bell 0", "bell_take", "poke", "bell_take");
        Golden.check("error", text("WellDefined", trace, TraceStyle.PLAIN));
    }

    @Test
    void linesAreWrapped() {
        String text = text("All", Mailbox.trace(OptionalInt.of(7), LOST), new TraceStyle(Ink.PLAIN, 56, false));
        assertThat(text.lines()).allMatch(line -> line.length() <= 56);
        Golden.check("narrow", text);
    }

    @Test
    void fullShowsEveryVariable() {
        Golden.check("full", text("All", Mailbox.trace(OptionalInt.of(7), LOST), new TraceStyle(Ink.PLAIN, 100, true)));
    }

    @Test
    void coloursComeOnlyIfAskedFor() {
        Trace trace = Mailbox.trace(OptionalInt.of(7), LOST);
        assertThat(text("All", trace, TraceStyle.PLAIN)).doesNotContain("\u001b");
        String coloured = text("All", trace, new TraceStyle(Ink.ANSI, 100, false));
        assertThat(coloured).contains("\u001b[");
        assertThat(coloured.replaceAll("\u001b\\[[0-9]+m", "")).isEqualTo(text("All", trace, TraceStyle.PLAIN));
    }

    @Test
    void jsonHoldsStatesAndSteps() {
        Golden.check(
                "json",
                TraceJson.of(Mailbox.system(), Mailbox.trace(OptionalInt.of(7), LOST))
                                .toPrettyString()
                        + "\n");
    }

    private static String text(String property, Trace trace, TraceStyle style) {
        return TraceText.render(Mailbox.system(), Mailbox.property(property), trace, style);
    }
}
