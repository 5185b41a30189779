package dev.baton.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.trace.StepId;
import dev.baton.trace.why.WhyNot;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExplorationTest {
    private final Exploration exploration = new Exploration(Protocols.singleSlot(), Commentator.SILENT);

    @Test
    void choicesAreTheEnabledStepsAndCanBeTaken() throws NoSuchStepException {
        List<String> path = Protocols.OVERWRITTEN.subList(0, 3);
        List<Choice> choices = exploration.choices(exploration.follow(path));
        assertThat(choices).extracting(Choice::id).containsExactly("send_set_sent(self=Sender(0))", "deliver_doorbell");
        for (Choice choice : choices) {
            List<String> longer = new java.util.ArrayList<>(path);
            longer.add(choice.id());
            assertThat(exploration.follow(longer).steps()).hasSize(4);
        }
    }

    /** What is kept of one path does no harm to another. */
    @Test
    void pathsMayBranchAnywhere() throws NoSuchStepException {
        exploration.follow(Protocols.OVERWRITTEN);
        List<String> other = List.of(
                "send_set_header(self=Sender(0))",
                "send_set_payload(self=Sender(0))",
                "send_raise_doorbell(self=Sender(0))",
                "deliver_doorbell");
        assertThat(exploration.follow(other).steps()).extracting(StepId::of).isEqualTo(other);
        assertThat(exploration.follow(Protocols.OVERWRITTEN).steps())
                .extracting(StepId::of)
                .isEqualTo(Protocols.OVERWRITTEN);
        assertThat(exploration.follow(List.of()).steps()).isEmpty();
    }

    @Test
    void whatCannotBeTakenIsRefusedWithWhatCan() {
        assertThatThrownBy(() -> exploration.follow(List.of("deliver_doorbell")))
                .isInstanceOf(NoSuchStepException.class)
                .hasMessage("`deliver_doorbell` can't be taken in the first state; "
                        + "there is `send_set_header(self=Sender(0))`");
        assertThatThrownBy(() -> exploration.follow(List.of("deliver_dorbell")))
                .hasMessage("there is no action `deliver_dorbell`; did you mean `deliver_doorbell`?");
    }

    @Test
    void aRefusedPathLeavesNothingBehind() throws NoSuchStepException {
        List<String> path = new java.util.ArrayList<>(Protocols.OVERWRITTEN.subList(0, 2));
        path.add("nonsense");
        assertThatThrownBy(() -> exploration.follow(path)).isInstanceOf(NoSuchStepException.class);
        assertThat(exploration.follow(Protocols.OVERWRITTEN).steps()).hasSize(11);
    }

    @Test
    void whyNotNamesTheFalsePartOfTheGuard() throws NoSuchStepException {
        List<WhyNot> instances = exploration.whyNot(exploration.follow(List.of()), "deliver_doorbell");
        assertThat(instances).singleElement().satisfies(i -> {
            assertThat(i.id()).isEqualTo("deliver_doorbell");
            assertThat(i.tree().because())
                    .extracting(r -> r.text() + " " + r.value())
                    .contains("pending(doorbell) false");
        });
    }

    @Test
    void whatIsEnabledSaysSo() throws NoSuchStepException {
        assertThat(exploration.whyNot(exploration.follow(List.of()), "send_set_header"))
                .singleElement()
                .satisfies(i -> assertThat(i.tree().value()).isEqualTo("enabled"));
    }

    @Test
    void theCommandLineIsSafeInAShell() {
        assertThat(exploration.command(List.of("send_set_header(self=Sender(0))", "deliver_doorbell")))
                .isEqualTo("baton explore specs/ipi/single_slot.baton --check overwritten --property NoneLost"
                        + " --step 'send_set_header(self=Sender(0))' --step deliver_doorbell");
        Subject hostile = Protocols.subject("protocol P\nkernel K { action a { skip } }\n", "it's $(me).baton", "");
        assertThat(new Exploration(hostile, Commentator.SILENT).command(List.of()))
                .startsWith("baton explore 'it'\\''s $(me).baton'");
    }
}
