package dev.baton.stress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJ_Result;

/** Two words, two threads: what each memory model forbids. */
public final class WordStress {
    private WordStress() {}

    /** Sequential consistency: of two that store and then look, one at least sees the other's store. */
    @JCStressTest
    @Outcome(id = "0, 0", expect = Expect.FORBIDDEN, desc = "Neither store was seen.")
    @Outcome(expect = Expect.ACCEPTABLE, desc = "One was first.")
    @State
    public static class StoreThenLoad {
        private final Small m = Small.made();

        @Actor
        public void left(JJ_Result r) {
            m.x.set(1);
            r.r1 = m.y.get();
        }

        @Actor
        public void right(JJ_Result r) {
            m.y.set(1);
            r.r2 = m.x.get();
        }
    }

    /** Total store order: the same may happen. */
    @JCStressTest
    @Outcome(id = "0, 0", expect = Expect.ACCEPTABLE_INTERESTING, desc = "Both stores were still in store buffers.")
    @Outcome(expect = Expect.ACCEPTABLE, desc = "One was first.")
    @State
    public static class BufferedStoreThenLoad {
        private final Small m = Small.made();

        @Actor
        public void left(JJ_Result r) {
            m.storedX.set(1);
            r.r1 = m.storedY.get();
        }

        @Actor
        public void right(JJ_Result r) {
            m.storedY.set(1);
            r.r2 = m.storedX.get();
        }
    }

    /** Total store order with fences: it may not. */
    @JCStressTest
    @Outcome(id = "0, 0", expect = Expect.FORBIDDEN, desc = "The fence let a load go first.")
    @Outcome(expect = Expect.ACCEPTABLE, desc = "One was first.")
    @State
    public static class FencedStoreThenLoad {
        private final Small m = Small.made();
        private final FencedCore core = new FencedCore(m.sender);

        @Actor
        public void left(JJ_Result r) {
            m.storedX.set(1);
            core.fence();
            r.r1 = m.storedY.get();
        }

        @Actor
        public void right(JJ_Result r) {
            m.storedY.set(1);
            core.fence();
            r.r2 = m.storedX.get();
        }
    }

    /** Total store order: stores become visible in order. */
    @JCStressTest
    @Outcome(id = "1, 0", expect = Expect.FORBIDDEN, desc = "The flag was seen before what it publishes.")
    @Outcome(expect = Expect.ACCEPTABLE, desc = "In order.")
    @State
    public static class Publication {
        private final Small m = Small.made();

        @Actor
        public void writer() {
            m.storedX.set(7);
            m.storedY.set(1);
        }

        @Actor
        public void reader(JJ_Result r) {
            r.r1 = m.storedY.get();
            r.r2 = m.storedX.get();
        }
    }

    /** Locked operations of any model are one step. */
    @JCStressTest
    @Outcome(
            id = {"0, 1", "1, 0"},
            expect = Expect.ACCEPTABLE,
            desc = "One after the other.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "One was lost.")
    @State
    public static class FetchAndAdd {
        private final Small m = Small.made();

        @Actor
        public void left(JJ_Result r) {
            r.r1 = m.storedX.getAndAdd(1);
        }

        @Actor
        public void right(JJ_Result r) {
            r.r2 = m.storedX.getAndAdd(1);
        }
    }
}
