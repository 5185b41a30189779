package dev.baton.runtime.ring;

import dev.baton.runtime.Core;
import dev.baton.runtime.Kernel;
import dev.baton.runtime.Point;
import dev.baton.runtime.Program;
import dev.baton.runtime.Variables;
import java.util.List;
import java.util.Optional;

/** kernel Sender (ring_published.baton:39). */
public final class Sender extends Kernel {

    enum Result {
        RUNNING("Running"),
        SENT("Sent"),
        NO_SPACE("NoSpace");

        private final String text;

        Result(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** Places before a step. */
    @SuppressWarnings("ImmutableEnumChecker")
    enum At implements Point {
        SEND_LET_H("send", "let_h", 44),
        SEND_IF("send", "if", 45, "h"),
        SEND_SET_RESULT("send", "set_result", 46),
        SEND_CAS_HEAD("send", "cas_head", 49, "h"),
        SEND_SET_PAYLOAD("send", "set_payload", 50, "h"),
        SEND_SET_SIZE("send", "set_size", 51, "h"),
        SEND_RAISE_DOORBELL("send", "raise_doorbell", 52),
        SEND_SET_RESULT_2("send", "set_result_2", 53);

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

    Result result = Result.RUNNING;

    Sender(RingPublished machine, Core core) {
        super(core);
        this.machine = machine;
    }

    @Override
    protected void program(Program p) {
        p.task("send", this::send);
    }

    @Override
    protected void variables(Variables v) {
        v.variable("result", () -> result, x -> result = x, Result::toString);
    }

    void send() {
        while (true) {
            core.round();
            core.step(At.SEND_LET_H);
            int h = machine.head();
            core.step(At.SEND_IF, h);
            if (machine.tail() == RingPublished.next(h)) {
                core.step(At.SEND_SET_RESULT);
                result = Result.NO_SPACE;
                return;
            }
            core.step(At.SEND_CAS_HEAD, h);
            if (machine.casHead(h, RingPublished.next(h))) {
                core.step(At.SEND_SET_PAYLOAD, h);
                machine.payload(h, Optional.of(self));
                core.step(At.SEND_SET_SIZE, h);
                machine.size(h, 1);
                core.step(At.SEND_RAISE_DOORBELL);
                machine.doorbell().raise(core);
                core.step(At.SEND_SET_RESULT_2);
                result = Result.SENT;
                return;
            }
        }
    }
}
