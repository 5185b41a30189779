package dev.baton.stress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJ_Result;

/** Two words, two threads: stores that need only be in order, where what comes before the next load is a fence. */
public final class OrderedStress {
    private OrderedStress() {}

    /** A fence between the store and the load. */
    @JCStressTest
    @Outcome(id = "0, 0", expect = Expect.FORBIDDEN, desc = "The fence let a load go first.")
    @Outcome(expect = Expect.ACCEPTABLE, desc = "One was first.")
    @State
    public static class Fenced {
        private final Small m = Small.made();
        private final FencedCore core = new FencedCore(m.sender);

        @Actor
        public void left(JJ_Result r) {
            m.x.setRelease(1);
            core.fence();
            r.r1 = m.y.get();
        }

        @Actor
        public void right(JJ_Result r) {
            m.y.setRelease(1);
            core.fence();
            r.r2 = m.x.get();
        }
    }

    /** A locked operation on another word. */
    @JCStressTest
    @Outcome(id = "0, 0", expect = Expect.FORBIDDEN, desc = "The locked operation let a load go first.")
    @Outcome(expect = Expect.ACCEPTABLE, desc = "One was first.")
    @State
    public static class Locked {
        private final Small m = Small.made();

        @Actor
        public void left(JJ_Result r) {
            m.x.setRelease(1);
            m.storedX.getAndAdd(1);
            r.r1 = m.y.get();
        }

        @Actor
        public void right(JJ_Result r) {
            m.y.setRelease(1);
            m.storedY.getAndAdd(1);
            r.r2 = m.x.get();
        }
    }

    /** A compare-and-swap that fails. */
    @JCStressTest
    @Outcome(id = "0, 0", expect = Expect.FORBIDDEN, desc = "What failed to swap let a load go first.")
    @Outcome(expect = Expect.ACCEPTABLE, desc = "One was first.")
    @State
    public static class FailedSwap {
        private final Small m = Small.made();

        @Actor
        public void left(JJ_Result r) {
            m.x.setRelease(1);
            boolean _ = m.storedX.cas(8, 9);
            r.r1 = m.y.get();
        }

        @Actor
        public void right(JJ_Result r) {
            m.y.setRelease(1);
            boolean _ = m.storedY.cas(8, 9);
            r.r2 = m.x.get();
        }
    }

    /** Among themselves they become visible in order. */
    @JCStressTest
    @Outcome(id = "1, 0", expect = Expect.FORBIDDEN, desc = "The flag was seen before what it publishes.")
    @Outcome(expect = Expect.ACCEPTABLE, desc = "In order.")
    @State
    public static class Publication {
        private final Small m = Small.made();

        @Actor
        public void writer() {
            m.x.setRelease(7);
            m.y.setRelease(1);
        }

        @Actor
        public void reader(JJ_Result r) {
            r.r1 = m.y.get();
            r.r2 = m.x.get();
        }
    }
}
