package dev.baton.runtime.ring;

import dev.baton.runtime.Core;
import dev.baton.runtime.Kernel;
import dev.baton.runtime.Point;
import dev.baton.runtime.Program;
import dev.baton.runtime.Variables;
import dev.baton.runtime.value.Check;
import java.util.List;
import java.util.Optional;

/** kernel Receiver (ring_published.baton:60). */
public final class Receiver extends Kernel {

    /** Places before a step. */
    @SuppressWarnings("ImmutableEnumChecker")
    enum At implements Point {
        DOORBELL_LET_T("doorbell", "let_t", 69),
        DOORBELL_IF("doorbell", "if", 70, "t"),
        DOORBELL_IF_2("doorbell", "if_2", 73, "t"),
        DOORBELL_IF_3("doorbell", "if_3", 76, "t"),
        DOORBELL_ADD_DELIVERED("doorbell", "add_delivered", 77, "t", "s"),
        DOORBELL_SET_UNFILLED("doorbell", "set_unfilled", 79, "t"),
        DOORBELL_SET_SIZE("doorbell", "set_size", 81, "t"),
        DOORBELL_SET_TAIL("doorbell", "set_tail", 82, "t");

        private final String unit;
        private final String label;
        private final int line;
        private final List<String> locals;

        At(String unit, String label, int line, String... locals) {
            this.unit = unit;
            this.label = label;
            this.line = line;
            this.locals = List.of(locals);
        }

        @Override
        public String unit() {
            return unit;
        }

        @Override
        public String label() {
            return label;
        }

        @Override
        public int line() {
            return line;
        }

        @Override
        public List<String> locals() {
            return locals;
        }
    }

    private final RingPublished machine;

    List<Integer> delivered = List.of(0, 0, 0);

    /** Whether a callback was given a slot without a message in it. */
    boolean unfilled = false;

    Receiver(RingPublished machine, Core core) {
        super(core);
        this.machine = machine;
    }

    @Override
    protected void program(Program p) {
        p.interrupt(machine.doorbell(), this::doorbell);
    }

    @Override
    protected void variables(Variables v) {
        v.variable("delivered", () -> delivered, x -> delivered = x, List::toString);
        v.variable("unfilled", () -> unfilled, x -> unfilled = x, String::valueOf);
    }

    void doorbell() {
        while (true) {
            core.round();
            core.step(At.DOORBELL_LET_T);
            int t = machine.tail();
            core.step(At.DOORBELL_IF, t);
            if (machine.head() == t) {
                return;
            }
            core.step(At.DOORBELL_IF_2, t);
            if (machine.size(t) == 0) {
                return;
            }
            core.step(At.DOORBELL_IF_3, t);
            Optional<Integer> some = machine.payload(t);
            if (some.isPresent()) {
                int s = some.get();
                core.step(At.DOORBELL_ADD_DELIVERED, t, s);
                int more =
                        Check.within(delivered.get(s) + 1, 0, RingPublished.SENDERS, "`delivered[…]` outside `0..3`");
                List<Integer> changed = new java.util.ArrayList<>(delivered);
                changed.set(s, more);
                delivered = List.copyOf(changed);
            } else {
                core.step(At.DOORBELL_SET_UNFILLED, t);
                unfilled = true;
            }
            core.step(At.DOORBELL_SET_SIZE, t);
            machine.size(t, 0);
            core.step(At.DOORBELL_SET_TAIL, t);
            machine.tail(RingPublished.next(t));
        }
    }
}
