package dev.baton.stress;

import dev.baton.runtime.Core;
import dev.baton.runtime.Raised;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJJ_Result;
import org.openjdk.jcstress.infra.results.JJ_Result;

/** Doorbells and channels, two threads. */
public final class PartStress {
    private PartStress() {}

    /** An IPI that is taken tells of what was stored before it was raised; none is lost, none is there twice. */
    @JCStressTest
    @Outcome(
            id = {"1, 7, 0", "0, 0, 1"},
            expect = Expect.ACCEPTABLE,
            desc = "Taken with what it tells of, or pending.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "Lost, twice, or too early.")
    @State
    public static class Ringing {
        private final Small m = Small.made();
        private final Core core = m.core(m.sender);

        @Actor
        public void raise() {
            m.storedX.set(7);
            m.bell.raise(core);
        }

        @Actor
        public void take(JJJ_Result r) {
            if (m.bell.take(0)) {
                r.r1 = 1;
                r.r2 = m.storedX.get();
            }
        }

        @Arbiter
        public void after(JJJ_Result r) {
            r.r3 = m.bell.pending(0);
        }
    }

    /** Two who raise at once: one pending bit, and one of them is told so. */
    @JCStressTest
    @Outcome(
            id = {"0, 1, 1", "1, 0, 1"},
            expect = Expect.ACCEPTABLE,
            desc = "One was first.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "More or less than one bit.")
    @State
    public static class RaisingAtOnce {
        private final Small m = Small.made();
        private final Core left = m.core(m.sender);
        private final Core right = m.core(m.sender);

        @Actor
        public void left(JJJ_Result r) {
            r.r1 = m.bell.raise(left) == Raised.PENDING ? 1 : 0;
        }

        @Actor
        public void right(JJJ_Result r) {
            r.r2 = m.bell.raise(right) == Raised.PENDING ? 1 : 0;
        }

        @Arbiter
        public void after(JJJ_Result r) {
            r.r3 = m.bell.pending(0);
        }
    }

    /** What was raised for a former life is not pending in the next. */
    @JCStressTest
    @Outcome(
            id = {"0, 0", "1, 0", "1, 1"},
            expect = Expect.ACCEPTABLE,
            desc = "Dropped, gone with the life, or of the next.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "Pending though it was dropped.")
    @State
    public static class RaisingTheDead {
        private final Small m = Small.made();
        private final Core core = m.core(m.sender);

        @Actor
        public void raise(JJ_Result r) {
            r.r1 = m.bell.raise(core) == Raised.PENDING ? 1 : 0;
        }

        @Actor
        public void crash() {
            m.lives().crash(m.receiver, 0);
            m.lives().restart(m.receiver, 0);
        }

        @Arbiter
        public void after(JJ_Result r) {
            r.r2 = m.bell.pending(0);
        }
    }

    /** A FIFO queue of one: in order, nothing twice. */
    @JCStressTest
    @Outcome(
            id = {"-1, -1", "-1, 3", "3, -1", "3, 4"},
            expect = Expect.ACCEPTABLE,
            desc = "In order.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "Out of order, or twice.")
    @State
    public static class Fifo {
        private final Small m = Small.made();
        private final Core sender = m.core(m.sender);
        private final Core receiver = m.core(m.receiver);

        @Actor
        public void send() {
            if (m.fifo.offer(sender, 0, 0, 3)) {
                m.fifo.offer(sender, 0, 0, 4);
            }
        }

        @Actor
        public void receive(JJ_Result r) {
            r.r1 = m.fifo.take(receiver, 0, 0, any -> true);
            r.r2 = m.fifo.take(receiver, 0, 0, any -> true);
        }
    }

    /** An unordered queue: nothing twice, nothing lost. */
    @JCStressTest
    @Outcome(
            id = {"-1, -1, 2", "-1, 3, 1", "3, -1, 1", "3, 4, 0", "-1, 4, 1", "4, -1, 1", "4, 3, 0"},
            expect = Expect.ACCEPTABLE,
            desc = "Each once.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "Lost, or twice.")
    @State
    public static class Unordered {
        private final Small m = Small.made();
        private final Core sender = m.core(m.sender);
        private final Core receiver = m.core(m.receiver);

        @Actor
        public void send() {
            m.unordered.offer(sender, 0, 0, 3);
            m.unordered.offer(sender, 0, 0, 4);
        }

        @Actor
        public void receive(JJJ_Result r) {
            r.r1 = m.unordered.take(receiver, 0, 0, any -> true);
            r.r2 = m.unordered.take(receiver, 0, 0, any -> true);
        }

        @Arbiter
        public void after(JJJ_Result r) {
            r.r3 = m.unordered.waiting(0, 0).size();
        }
    }
}
