package dev.baton.stress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJ_Result;

/** Two words of four bytes on one cache line, two threads. */
public final class NarrowStress {
    private NarrowStress() {}

    /** Sequentially consistent words. */
    @JCStressTest
    @Outcome(id = "0, 0", expect = Expect.FORBIDDEN, desc = "Both loads went first.")
    @Outcome(expect = Expect.ACCEPTABLE, desc = "One was first.")
    @State
    public static class StoreThenLoad {
        private final Small m = Small.made();

        @Actor
        public void left(JJ_Result r) {
            m.pair.set(0, 1);
            r.r1 = m.pair.get(1);
        }

        @Actor
        public void right(JJ_Result r) {
            m.pair.set(1, 1);
            r.r2 = m.pair.get(0);
        }
    }

    /** Words under total store order. */
    @JCStressTest
    @Outcome(id = "1, 0", expect = Expect.FORBIDDEN, desc = "The second store was seen before the first.")
    @Outcome(expect = Expect.ACCEPTABLE, desc = "In order.")
    @State
    public static class StoredInOrder {
        private final Small m = Small.made();

        @Actor
        public void writes() {
            m.storedPair.set(0, 1);
            m.storedPair.set(1, 1);
        }

        @Actor
        public void reads(JJ_Result r) {
            r.r1 = m.storedPair.get(1);
            r.r2 = m.storedPair.get(0);
        }
    }

    /** A locked operation between a store and a load. */
    @JCStressTest
    @Outcome(id = "0, 0", expect = Expect.FORBIDDEN, desc = "The locked operation let a load go first.")
    @Outcome(expect = Expect.ACCEPTABLE, desc = "One was first.")
    @State
    public static class Locked {
        private final Small m = Small.made();

        @Actor
        public void left(JJ_Result r) {
            m.storedPair.set(0, 1);
            m.pair.getAndAdd(0, 1);
            r.r1 = m.storedPair.get(1);
        }

        @Actor
        public void right(JJ_Result r) {
            m.storedPair.set(1, 1);
            m.pair.getAndAdd(1, 1);
            r.r2 = m.storedPair.get(0);
        }
    }

    /** Each adds to its own word. */
    @JCStressTest
    @Outcome(id = "3, 3", expect = Expect.ACCEPTABLE, desc = "Neither has changed the other's.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "A neighbour was changed.")
    @State
    public static class Neighbours {
        private final Small m = Small.made();

        @Actor
        public void left(JJ_Result r) {
            m.pair.getAndAdd(0, 1);
            m.pair.set(0, m.pair.get(0) + 2);
            r.r1 = m.pair.get(0);
        }

        @Actor
        public void right(JJ_Result r) {
            m.pair.getAndAdd(1, 1);
            m.pair.set(1, m.pair.get(1) + 2);
            r.r2 = m.pair.get(1);
        }
    }
}
