package dev.baton.cli.differential;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.RandomDistribution.RandomNumericGenerator;

/** Sequences of numbers for {@link Choices}: always long ones at first, so that nothing ends early, then shrunk. */
final class Numbers {
    private static final int MOST = 700;
    private static final int LARGEST = 9_999;

    private Numbers() {}

    static Arbitrary<List<Integer>> arbitrary() {
        RandomNumericGenerator longest = random -> java.math.BigInteger.valueOf(MOST);
        RandomDistribution whole = (tries, min, max, center) -> longest;
        return Arbitraries.integers()
                .between(0, LARGEST)
                .withDistribution(RandomDistribution.uniform())
                .list()
                .ofMaxSize(MOST)
                .withSizeDistribution(whole);
    }

    /** Number {@code i} of a campaign. */
    static List<Integer> of(long seed, long i) {
        Random random = new Random(seed * 1_000_003 + i);
        return random.ints(MOST, 0, LARGEST + 1).boxed().toList();
    }
}
