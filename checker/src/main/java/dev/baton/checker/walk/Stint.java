package dev.baton.checker.walk;

import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;

/**
 * A fixed number of steps, taken as one walk after another. It depends on nothing but the seed, its number and its
 * size, so it does not matter who does it when.
 */
final class Stint {
    private static final int A_BEAT = 1 << 6;

    private final Asked asked;
    private final long seed;
    private final long number;
    private final int depth;

    private final long[] taken;
    private final int[] sighted;
    private final long[] sightedWalk;
    private final long[] sightedSeed;
    private long steps;
    private long walks;
    private long deadEnds;
    private boolean stuck;

    /** @param kinds of steps */
    Stint(WalkRequest request, long number, int kinds) {
        this.asked = request.asked();
        this.seed = request.seed();
        this.number = number;
        this.depth = request.depth();
        this.taken = new long[kinds];
        int decidable = asked.decidable().size();
        this.sighted = new int[decidable];
        this.sightedWalk = new long[decidable];
        this.sightedSeed = new long[decidable];
        Arrays.fill(sighted, Integer.MAX_VALUE);
    }

    /** Whether to stop at once. */
    @FunctionalInterface
    interface Halt {
        boolean halted();
    }

    /** @param walked is told of steps, some at a time */
    Stint run(Walker walker, long most, Halt halt, LongAdder walked) {
        int firstOfSteps = asked.ofStates().size();
        int firstOfDeadEnds = firstOfSteps + asked.ofSteps().size();
        while (steps < most && !stuck && !halt.halted()) {
            long walk = walks++;
            long walkSeed = Chance.walk(seed, number, walk);
            long random = walkSeed;
            walker.restart();
            sight(walker.decided(), 0, 0, walk, walkSeed);
            long room = Math.min(depth, most - steps);
            int step = 0;
            while (step < room && !halt.halted()) {
                random += Chance.STRIDE;
                int kind = walker.step(Chance.mixed(random));
                if (kind == Walker.NOWHERE) {
                    deadEnds++;
                    stuck = step == 0;
                    if (!walker.mayStop()) {
                        long all = (1L << asked.ofDeadEnds().size()) - 1;
                        sight(all, firstOfDeadEnds, step, walk, walkSeed);
                    }
                    break;
                }
                step++;
                taken[kind]++;
                long refuted = walker.refuted();
                long decided = walker.decided();
                if ((refuted | decided) != 0) {
                    sight(refuted, firstOfSteps, step, walk, walkSeed);
                    sight(decided, 0, step, walk, walkSeed);
                }
                if (step % A_BEAT == 0) {
                    walked.add(A_BEAT);
                }
            }
            walked.add(step % A_BEAT);
            steps += step;
        }
        return this;
    }

    /** The earliest in a walk is kept. */
    private void sight(long bits, int first, int step, long walk, long walkSeed) {
        for (long left = bits; left != 0; left &= left - 1) {
            int i = first + Long.numberOfTrailingZeros(left);
            if (step < sighted[i]) {
                sighted[i] = step;
                sightedWalk[i] = walk;
                sightedSeed[i] = walkSeed;
            }
        }
    }

    long steps() {
        return steps;
    }

    long walks() {
        return walks;
    }

    long deadEnds() {
        return deadEnds;
    }

    /** Whether there is no step from the first state. */
    boolean stuck() {
        return stuck;
    }

    /** Steps of each kind. */
    long[] taken() {
        return taken;
    }

    /** After how many steps of a walk decidable property {@code i} was seen decided; the maximum if it was not. */
    int sighted(int i) {
        return sighted[i];
    }

    /** Where that was; the walk is counted from {@code before} on. */
    Sighting sighting(int i, long before) {
        return new Sighting(before + sightedWalk[i], sightedSeed[i], sighted[i]);
    }
}
