package dev.baton.checker.explicit.reduce;

import dev.baton.checker.explicit.ir.Node;
import dev.baton.checker.explicit.ir.Opcode;
import dev.baton.checker.explicit.layout.Layout;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which bits of a state terms depend on, and which a step changes. Bit {@code 64 * w + i} of a set is bit {@code i} of
 * word {@code w}.
 */
final class StateBits {
    private final int words;
    private final BitSet used = new BitSet();
    private final Map<Node, BitSet> known = new HashMap<>();

    StateBits(Layout layout) {
        this.words = layout.words();
        layout.slots().forEach(slot -> set(used, slot.word(), slot.offset(), slot.width()));
    }

    private static void set(BitSet bits, int word, int offset, int width) {
        bits.set(word * Long.SIZE + offset, word * Long.SIZE + offset + width);
    }

    /** Those that states use. */
    BitSet all() {
        return (BitSet) used.clone();
    }

    /** The bits that a term depends on. Not to be changed. */
    BitSet read(Node node) {
        BitSet found = known.get(node);
        if (found == null) {
            found = computed(node);
            known.put(node, found);
        }
        return found;
    }

    /** The bits that some terms depend on. */
    BitSet read(Collection<Node> nodes) {
        BitSet bits = new BitSet();
        nodes.forEach(node -> bits.or(read(node)));
        return bits;
    }

    private BitSet computed(Node node) {
        BitSet bits = new BitSet();
        if (node.opcode() == Opcode.WORD) {
            set(bits, word(node), 0, Long.SIZE);
        } else if (node.opcode() == Opcode.FIELD && node.arg(0).opcode() == Opcode.WORD) {
            set(bits, word(node.arg(0)), (int) node.immediate(0), (int) node.immediate(1));
        } else {
            node.args().forEach(arg -> bits.or(read(arg)));
        }
        return bits;
    }

    /** @param written bits that may change */
    record Change(BitSet written, BitSet read) {}

    /**
     * The bits that are others in the state after than in the state before, or may be, and what their new values depend
     * on.
     */
    Change change(List<Node> after) {
        BitSet written = all();
        BitSet read = new BitSet();
        for (int i = 0; i < words; i++) {
            Node node = after.get(i);
            if (node.opcode() == Opcode.CONCAT) {
                int count = node.args().size();
                for (int k = 0; k < count; k++) {
                    piece(node.arg(k), i, (int) node.immediate(k), written, read);
                }
            } else {
                piece(node, i, 0, written, read);
            }
        }
        return new Change(written, read);
    }

    private void piece(Node piece, int word, int offset, BitSet written, BitSet read) {
        if (piece.opcode() == Opcode.WORD && word(piece) == word && offset == 0) {
            written.clear(word * Long.SIZE, (word + 1) * Long.SIZE);
        } else if (same(piece, word, offset)) {
            written.clear(word * Long.SIZE + offset, word * Long.SIZE + offset + (int) piece.immediate(1));
        } else {
            read.or(read(piece));
        }
    }

    /** Whether a term is some bits of a word, where they were. */
    private boolean same(Node node, int word, int offset) {
        return node.opcode() == Opcode.FIELD
                && node.arg(0).opcode() == Opcode.WORD
                && word(node.arg(0)) == word
                && node.immediate(0) == offset;
    }

    /** Words of the state after a step count as those of the state before. */
    private int word(Node node) {
        return (int) node.immediate(0) % words;
    }
}
