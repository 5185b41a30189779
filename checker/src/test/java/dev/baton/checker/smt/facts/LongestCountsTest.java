package dev.baton.checker.smt.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class LongestCountsTest {
    private static final int COUNTS = 1;

    private static int to(int node) {
        return 2 * node;
    }

    @Test
    void takesThePathThatCountsMost() {
        // 0 to 1 and 2, 1 counts on to 3, 2 does not; 3 goes round with 4 without counting, and counts on its way to 5
        List<int[]> next = List.of(
                new int[] {to(1) + COUNTS, to(2)},
                new int[] {to(3) + COUNTS},
                new int[] {to(3)},
                new int[] {to(4), to(5) + COUNTS},
                new int[] {to(3)},
                new int[0]);
        assertThat(new LongestCounts(next).of().orElseThrow()).containsExactly(3, 2, 1, 1, 1, 0);
    }

    @Test
    void seesWhereItCountsForEver() {
        List<int[]> loop = List.of(new int[] {to(1)}, new int[] {to(2) + COUNTS}, new int[] {to(1)});
        assertThat(new LongestCounts(loop).of()).isEmpty();
        List<int[]> itself = List.of(new int[] {to(0) + COUNTS});
        assertThat(new LongestCounts(itself).of()).isEmpty();
    }
}
