package dev.baton.runtime.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Maps of two variables, and what was kept of them: nobody's map changes but by its own variable's changes. */
final class TableTest {
    private static final int KEYS = 3;
    private static final Code<Integer> CODE = Code.range(0, KEYS - 1);

    /** Every map that is held, and what it is to be. */
    private final List<Table<Integer, Integer>> held = new ArrayList<>();

    private final List<List<Integer>> expected = new ArrayList<>();

    @Property(tries = 300)
    void nobodyElsesMapChanges(@ForAll @Size(max = 40) List<@IntRange(min = 0, max = 59) Integer> changes) {
        held.clear();
        expected.clear();
        for (int variable = 0; variable < 2; variable++) {
            held.add(Table.filled(CODE, 0));
            expected.add(List.of(0, 0, 0));
        }
        for (int code : changes) {
            change(code % 2, code / 2 % 3, code / 6 % KEYS, code);
            for (int i = 0; i < held.size(); i++) {
                assertThat(held.get(i).values()).isEqualTo(expected.get(i));
            }
        }
    }

    private void change(int variable, int how, int key, int value) {
        switch (how) {
            case 0 -> {
                held.set(variable, held.get(variable).put(key, value));
                List<Integer> now = new ArrayList<>(expected.get(variable));
                now.set(key, value);
                expected.set(variable, now);
            }
            case 1 -> {
                held.set(variable, held.get(1 - variable).shared());
                expected.set(variable, expected.get(1 - variable));
            }
            default -> {
                held.add(held.get(variable).shared());
                expected.add(expected.get(variable));
            }
        }
    }

    @Test
    void whatNobodyElseHasChangesInPlace() {
        Table<Integer, Integer> map = Table.filled(CODE, 0);
        assertThat(map.put(1, 5)).isSameAs(map);
        Table<Integer, Integer> changed = map.shared().put(1, 6);
        assertThat(changed).isNotSameAs(map);
        assertThat(changed.put(2, 7)).isSameAs(changed);
        assertThat(map.values()).containsExactly(0, 5, 0);
    }
}
