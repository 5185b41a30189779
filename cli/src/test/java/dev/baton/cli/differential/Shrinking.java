package dev.baton.cli.differential;

import java.util.ArrayList;
import java.util.List;

/** Looks for a smaller protocol that fails at the same stage. */
final class Shrinking {
    private static final int MOST_TRIALS = 400;

    private Shrinking() {}

    record Shrunk(String text, Trial.Failed failed) {}

    static Shrunk shrunk(List<Integer> numbers, Trial.Failed failed, Trial trial) {
        List<Integer> best = numbers;
        Shrunk shrunk = new Shrunk(RandomProtocol.of(numbers), failed);
        int trials = 0;
        for (int length = Math.max(1, numbers.size() / 2); length > 0 && trials < MOST_TRIALS; length /= 2) {
            for (int at = 0; at < best.size() && trials < MOST_TRIALS; ) {
                List<Integer> fewer = new ArrayList<>(best);
                fewer.subList(at, Math.min(best.size(), at + length)).clear();
                String text = RandomProtocol.of(fewer);
                trials++;
                boolean smaller = text.length() < shrunk.text.length();
                if (smaller
                        && trial.of(text) instanceof Trial.Failed again
                        && again.stage().equals(failed.stage())) {
                    best = fewer;
                    shrunk = new Shrunk(text, again);
                } else {
                    at += length;
                }
            }
        }
        return shrunk;
    }
}
