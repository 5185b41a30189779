package dev.baton.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.view.View.Arrow.Outcome;
import dev.baton.view.View.Interrupt;
import dev.baton.view.View.Lane;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The protocol is {@code mail.baton}, but where another is named. */
final class ViewBuilderTest {
    private static final int BOX_0 = 0;
    private static final int BOX_1 = 1;
    private static final int POST = 2;
    private static final int MEMORY = 4;
    private static final int FAULTS = 5;

    @Test
    void thereIsALaneForEachMemberForTheMemoryAndForFaults() {
        assertThat(mail().lanes())
                .containsExactly(
                        new Lane("Box(0)", Lane.Kind.KERNEL, Optional.empty()),
                        new Lane("Box(1)", Lane.Kind.KERNEL, Optional.empty()),
                        new Lane("Post", Lane.Kind.KERNEL, Optional.empty()),
                        new Lane("User", Lane.Kind.OTHER, Optional.empty()),
                        new Lane("memory", Lane.Kind.MEMORY, Optional.empty()),
                        new Lane("faults", Lane.Kind.FAULT, Optional.empty()));
    }

    @Test
    void aKernelWhoseTasksRunOnSeveralCoresHasALaneForEach() {
        Subject host = Protocols.subject("""
            protocol Cores
            memory m: 0..3 = 0
            kernel Host {
              task a on core 0 { m = 1 }
              task b on core 1 { m = 2 }
            }
            """, "cores.baton", "");
        View view = Protocols.view(host, List.of("b_set_m", "a_set_m"));
        assertThat(view.lanes())
                .containsExactly(
                        new Lane("Host core 0", Lane.Kind.KERNEL, Optional.of("Host")),
                        new Lane("Host core 1", Lane.Kind.KERNEL, Optional.of("Host")));
        assertThat(view.steps()).extracting(View.Step::lane).containsExactly(1, 0);
    }

    @Test
    void anIpiThatIsDeliveredEndsWhereItsHandlerStarts() {
        View view = mail("ring(b=Box(0))", "look", "deliver_bell(self=Box(0))");
        assertThat(view.steps().get(0).arrows()).containsExactly(arrow("raise", "bell", BOX_0, Outcome.DELIVERED, 2));
        assertThat(view.steps().get(2).arrows()).as("drawn already").isEmpty();
    }

    @Test
    void anIpiThatIsPendingAlreadyCoalesces() {
        View view = mail("ring(b=Box(1))", "ring(b=Box(1))");
        assertThat(arrows(view))
                .containsExactly(
                        arrow("raise", "bell", BOX_1, Outcome.PENDING, -1),
                        arrow("coalesced", "bell", BOX_1, Outcome.COALESCED, -1));
    }

    @Test
    void whatIsPendingWhenItsTargetCrashesIsLost() {
        View view = mail("ring(b=Box(1))", "ring(b=Box(0))", "crash_Box(self=Box(1))", "ring(b=Box(1))");
        assertThat(arrows(view))
                .containsExactly(
                        arrow("raise", "bell", BOX_1, Outcome.LOST, 2),
                        arrow("raise", "bell", BOX_0, Outcome.PENDING, -1),
                        arrow("dropped", "bell", BOX_1, Outcome.LOST, -1));
        View.Step crash = view.steps().get(2);
        assertThat(crash.fault()).isTrue();
        assertThat(crash.lane()).isEqualTo(FAULTS);
        assertThat(crash.target()).hasValue(BOX_1);
    }

    @Test
    void aMessageThatIsLostEndsInTheFault() {
        View view = mail("write(b=Box(0))", "write(b=Box(1))", "lose_letters(receiver=Box(1),at=0)");
        assertThat(arrows(view))
                .extracting(View.Arrow::kind, View.Arrow::outcome, View.Arrow::end)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("send", Outcome.PENDING, OptionalInt.empty()),
                        org.assertj.core.groups.Tuple.tuple("send", Outcome.LOST, OptionalInt.of(2)),
                        org.assertj.core.groups.Tuple.tuple("lose", Outcome.LOST, OptionalInt.of(2)));
        assertThat(view.steps().getLast().target()).as("nobody is struck").isEmpty();
    }

    @Test
    void whatALatestChannelForgetsIsLost() {
        View view = mail("tell(b=Box(0),n=0)", "tell(b=Box(1),n=0)", "tell(b=Box(0),n=1)");
        assertThat(arrows(view))
                .extracting(View.Arrow::outcome, View.Arrow::end)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Outcome.LOST, OptionalInt.of(2)),
                        org.assertj.core.groups.Tuple.tuple(Outcome.PENDING, OptionalInt.empty()),
                        org.assertj.core.groups.Tuple.tuple(Outcome.PENDING, OptionalInt.empty()));
    }

    /** Two that are alike: the first that was sent is the first that is received. */
    @Test
    void messagesAreReceivedInTheirOrder() {
        View view = mail(
                "write(b=Box(0))",
                "write(b=Box(0))",
                "on_letters_Letter(self=Box(0))",
                "on_letters_Letter(self=Box(0))");
        assertThat(arrows(view)).extracting(a -> a.end().orElse(-1)).containsExactly(2, 3);
    }

    @Test
    void aStoreThatReachesMemoryGoesFromItsCoreToTheMemory() {
        View view = mail("raiseFlag", "drain_flag");
        View.Step drain = view.steps().getLast();
        assertThat(drain.lane()).isEqualTo(MEMORY);
        assertThat(drain.arrows())
                .containsExactly(new View.Arrow(
                        "drain",
                        "flag",
                        OptionalInt.of(POST),
                        OptionalInt.of(MEMORY),
                        Optional.of("true"),
                        Outcome.DELIVERED,
                        OptionalInt.of(1)));
        assertThat(value(view, "store buffer", 1)).isEqualTo("[flag = true]");
        assertThat(value(view, "store buffer", 2)).isEqualTo("[]");
    }

    @Test
    void handlersAreEnteredAndLeft() {
        View view = Protocols.view(Protocols.singleSlot(), Protocols.OVERWRITTEN);
        assertThat(view.steps().subList(6, 11))
                .extracting(s -> s.interrupt().map(Enum::name).orElse(""))
                .containsExactly(
                        Interrupt.ENTER.name(),
                        Interrupt.LEAVE.name(),
                        Interrupt.ENTER.name(),
                        "",
                        Interrupt.LEAVE.name());
    }

    @Test
    void eachStateHasALightForEachProperty() {
        View view = Protocols.view(Protocols.singleSlot(), Protocols.OVERWRITTEN);
        assertThat(view.properties())
                .extracting(p -> p.name())
                .containsExactly("WellDefined", "DeadlockFree", "NoneLost", "NoneTorn", "AllArrive");
        assertThat(view.lights().subList(0, 11)).containsOnly("1111-");
        assertThat(view.lights().getLast()).isEqualTo("1101-");
        assertThat(view.title()).isEqualTo("NoneLost is violated");
        assertThat(view.why().orElseThrow().value()).isEqualTo("false");
    }

    @Test
    void whatIsNotShownIsNotClaimed() {
        View view = Protocols.view(Protocols.singleSlot(), Protocols.OVERWRITTEN.subList(0, 10));
        assertThat(view.title()).isEqualTo("NoneLost");
        assertThat(view.why()).isEmpty();
    }

    /** Values at every state, put together from the first ones and the changes, are those of the trace. */
    @Test
    void firstValuesAndChangesGiveEveryState() {
        Subject subject = Protocols.singleSlot();
        View view = Protocols.view(subject, Protocols.OVERWRITTEN);
        dev.baton.model.interpreter.Trace trace = Protocols.trace(subject, Protocols.OVERWRITTEN);
        Cells cells = new Cells(
                subject.protocol(),
                subject.system(),
                new Lanes(subject.protocol(), new dev.baton.model.interpreter.Interpreter(subject.system())),
                List.of());
        for (int state = 0; state < trace.length(); state++) {
            for (int cell = 0; cell < cells.size(); cell++) {
                assertThat(value(view, view.cells().get(cell).name(), state))
                        .isEqualTo(cells.text(cell, trace.state(state)));
            }
        }
    }

    @Test
    void ofALargeMapOnlyWhatChangesIsACell() {
        Subject large = Protocols.subject("""
            protocol Large
            memory word[0..4999]: 0..1 = 0
            kernel K { action set(i in 0..4999) { word[i] = 1 } }
            """, "large.baton", "");
        View view = Protocols.view(large, List.of("set(i=4711)", "set(i=3)"));
        assertThat(view.cells()).extracting(View.Cell::name).containsExactly("word[3]", "word[4711]");
    }

    private static View mail(String... path) {
        return Protocols.view(Protocols.mail(), List.of(path));
    }

    private static List<View.Arrow> arrows(View view) {
        return view.steps().stream().flatMap(s -> s.arrows().stream()).collect(Collectors.toList());
    }

    private static View.Arrow arrow(String kind, String via, int to, Outcome outcome, int end) {
        return new View.Arrow(
                kind,
                via,
                OptionalInt.of(POST),
                OptionalInt.of(to),
                Optional.empty(),
                outcome,
                end < 0 ? OptionalInt.empty() : OptionalInt.of(end));
    }

    private static String value(View view, String cell, int state) {
        int number = view.cells().stream().map(View.Cell::name).toList().indexOf(cell);
        int value = view.first().get(number);
        for (View.Step step : view.steps().subList(0, state)) {
            for (View.Change change : step.changes()) {
                value = change.cell() == number ? change.value() : value;
            }
        }
        return view.strings().get(value);
    }
}
