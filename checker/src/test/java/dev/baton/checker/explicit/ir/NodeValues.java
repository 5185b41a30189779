package dev.baton.checker.explicit.ir;

import java.util.HashMap;
import java.util.Map;

/** What terms are in a state, by the definition of each {@link Opcode}. */
public final class NodeValues {
    private final long[] words;
    private final Map<Node, Long> known = new HashMap<>();

    /** @param words of the state; in a step, of the state before and then of that after */
    public NodeValues(long... words) {
        this.words = words.clone();
    }

    public boolean holds(Node node) {
        return of(node) != 0;
    }

    public long of(Node node) {
        Long found = known.get(node);
        if (found == null) {
            found = computed(node);
            known.put(node, found);
        }
        return found;
    }

    private long computed(Node node) {
        return switch (node.opcode()) {
            case CONST -> node.immediate(0);
            case WORD -> words[(int) node.immediate(0)];
            case FIELD -> arg(node, 0) >>> node.immediate(0) & ones(node.immediate(1));
            case CONCAT -> {
                long sum = 0;
                int count = node.args().size();
                for (int i = 0; i < count; i++) {
                    sum |= (arg(node, i) & ones(node.immediate(count + i))) << node.immediate(i);
                }
                yield sum;
            }
            case ADD -> arg(node, 0) + arg(node, 1);
            case MUL -> arg(node, 0) * arg(node, 1);
            case DIV -> Math.floorDiv(arg(node, 0), Math.max(1, arg(node, 1)));
            case MOD -> Math.floorMod(arg(node, 0), Math.max(1, arg(node, 1)));
            case SHL -> arg(node, 0) << arg(node, 1);
            case SHR -> arg(node, 0) >>> arg(node, 1);
            case AND -> arg(node, 0) & arg(node, 1);
            case OR -> arg(node, 0) | arg(node, 1);
            case ANDNOT -> arg(node, 0) & ~arg(node, 1);
            case COUNT -> Long.bitCount(arg(node, 0));
            case EQ -> truth(arg(node, 0) == arg(node, 1));
            case LT -> truth(arg(node, 0) < arg(node, 1));
            case NOT -> truth(arg(node, 0) == 0);
            case ALL -> truth(node.args().stream().allMatch(this::holds));
            case ANY -> truth(node.args().stream().anyMatch(this::holds));
            case CHOOSE -> arg(node, holds(node.arg(0)) ? 1 : 2);
        };
    }

    private long arg(Node node, int i) {
        return of(node.arg(i));
    }

    private static long ones(long width) {
        return width == 64 ? -1 : ~(-1L << width);
    }

    private static long truth(boolean value) {
        return value ? 1 : 0;
    }
}
