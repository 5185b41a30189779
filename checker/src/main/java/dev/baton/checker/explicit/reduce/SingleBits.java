package dev.baton.checker.explicit.reduce;

import dev.baton.checker.explicit.ir.Node;
import dev.baton.checker.explicit.ir.Terms;
import java.util.List;

/** Terms bit by bit: what is put together with masks and shifts is the same bits as what is put together as fields. */
final class SingleBits {
    private final Terms terms;

    SingleBits(Terms terms) {
        this.terms = terms;
    }

    /** Whether all bits are equal terms. */
    boolean same(Node x, Node y) {
        for (int i = 0; i < Long.SIZE; i++) {
            if (bit(x, i) != bit(y, i)) {
                return false;
            }
        }
        return true;
    }

    private Node bit(Node node, int i) {
        if (i >= Long.SIZE || i >= Terms.width(node)) {
            return terms.zero;
        }
        return switch (node.opcode()) {
            case FIELD -> i < node.immediate(1) ? bit(node.arg(0), i + (int) node.immediate(0)) : terms.zero;
            case CONCAT -> piece(node, i);
            case OR -> terms.any(List.of(bit(node.arg(0), i), bit(node.arg(1), i)));
            case AND -> terms.both(bit(node.arg(0), i), bit(node.arg(1), i));
            case ANDNOT -> terms.both(bit(node.arg(0), i), terms.not(bit(node.arg(1), i)));
            case CHOOSE -> terms.choose(node.arg(0), bit(node.arg(1), i), bit(node.arg(2), i));
            case CONST, WORD, ADD, MUL, DIV, MOD, SHL, SHR, COUNT, EQ, LT, NOT, ALL, ANY -> terms.field(node, i, 1);
        };
    }

    private Node piece(Node concat, int i) {
        int count = concat.args().size();
        for (int k = 0; k < count; k++) {
            int within = i - (int) concat.immediate(k);
            if (within >= 0 && within < concat.immediate(count + k)) {
                Node bit = bit(concat.arg(k), within);
                // the constants lie beneath all other pieces
                if (!concat.arg(k).constant() || bit.isTrue()) {
                    return bit;
                }
            }
        }
        return terms.zero;
    }
}
