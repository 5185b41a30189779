package dev.baton.model.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Liveness on small random systems, decided a second time by trying all sets of states: a fair cycle exists if some set
 * is strongly connected (or one state that stutters), reachable, and going everywhere in it is fair.
 */
final class RandomLivenessTest {
    private static final int SYSTEMS_A_SEED = 300;

    static IntStream seeds() {
        return IntStream.range(0, 10);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithAllSetsTried(int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < SYSTEMS_A_SEED; i++) {
            RandomWalk walk = new RandomWalk(random);
            BitSet p = walk.randomStates();
            BitSet q = walk.randomStates();
            assertThat(walk.check(p, q))
                    .as("seed %s, system %s: %s, P %s, Q %s", seed, i, walk, p, q)
                    .isEqualTo(walk.bruteForce(p, q));
        }
    }
}
