package dev.baton.checker.explicit.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** How much a search has done: steps, and states that were expanded in other ways than one by one and wholly. */
final class StepCounts {
    private final long[] taken;
    private long generated = 1;
    private long standFor;
    private long partly;

    StepCounts(int instances) {
        this.taken = new long[instances];
    }

    /** Takes what workers have counted since this was last asked. */
    void drain(List<Expander> expanders) {
        for (Expander expander : expanders) {
            long[] more = expander.drainTaken();
            for (int i = 0; i < taken.length; i++) {
                taken[i] += more[i];
            }
            standFor += expander.drainStandFor();
            partly += expander.drainPartly();
        }
    }

    void addGenerated(long more) {
        generated += more;
    }

    /** The first state, and all successors. */
    long generated() {
        return generated;
    }

    /** Steps of each instance. */
    List<Long> taken() {
        return Arrays.stream(taken).boxed().toList();
    }

    /** How many states those that were expanded stand for. */
    long standFor() {
        return standFor;
    }

    /** States expanded with fewer steps than are possible. */
    long partly() {
        return partly;
    }

    void save(CheckpointWriter out) throws IOException {
        out.put(generated);
        out.put(standFor);
        out.put(partly);
        out.put(taken);
    }

    void restore(CheckpointReader in) throws IOException {
        generated = in.get();
        standFor = in.get();
        partly = in.get();
        System.arraycopy(in.getLongs(), 0, taken, 0, taken.length);
    }
}
