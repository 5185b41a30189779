package dev.baton.checker.explicit.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which probes have been answered with yes. What has been seen is not asked again. Which those are when everything has
 * been visited does not depend on who visits what when.
 */
public final class Sightings {
    private final Probes probes;
    private final int words;

    /** Arrays that are never changed: who looks works on the one it found. */
    private volatile int[] ofStates;

    private volatile int[] ofSteps;

    /** @param words longs a state */
    public Sightings(Probes probes, int words) {
        this.probes = probes;
        this.words = words;
        this.ofStates = IntStream.range(0, probes.ofStates()).toArray();
        this.ofSteps = IntStream.range(0, probes.ofSteps()).toArray();
    }

    /** Whether some state has said yes. */
    public boolean state(int probe) {
        return Arrays.binarySearch(ofStates, probe) < 0;
    }

    /** Whether some step has said yes. */
    public boolean step(int probe) {
        return Arrays.binarySearch(ofSteps, probe) < 0;
    }

    /** Asks states. */
    void states(long[] states, int count) {
        for (int probe : ofStates) {
            for (int i = 0; i < count; i++) {
                if (probes.ofState(probe, states, i * words)) {
                    sawState(probe);
                    break;
                }
            }
        }
    }

    /** Whether steps need to be asked. */
    boolean wantsSteps() {
        return ofSteps.length > 0;
    }

    /** Asks the steps from one state to those from {@code from} to {@code until}. */
    void steps(long[] before, int at, long[] to, int from, int until) {
        for (int probe : ofSteps) {
            for (int i = from; i < until; i++) {
                boolean changes = !Arrays.equals(before, at, at + words, to, i * words, (i + 1) * words);
                if (changes && probes.ofStep(probe, before, at, to, i * words)) {
                    sawStep(probe);
                    break;
                }
            }
        }
    }

    private synchronized void sawState(int probe) {
        ofStates = without(ofStates, probe);
    }

    private synchronized void sawStep(int probe) {
        ofSteps = without(ofSteps, probe);
    }

    private static int[] without(int[] probes, int seen) {
        return Arrays.stream(probes).filter(probe -> probe != seen).toArray();
    }

    void save(CheckpointWriter out) throws IOException {
        out.put(Arrays.stream(ofStates).asLongStream().toArray());
        out.put(Arrays.stream(ofSteps).asLongStream().toArray());
    }

    void restore(CheckpointReader in) throws IOException {
        ofStates = Arrays.stream(in.getLongs()).mapToInt(Math::toIntExact).toArray();
        ofSteps = Arrays.stream(in.getLongs()).mapToInt(Math::toIntExact).toArray();
    }
}
