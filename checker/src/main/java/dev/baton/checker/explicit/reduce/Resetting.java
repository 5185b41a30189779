package dev.baton.checker.explicit.reduce;

import dev.baton.checker.explicit.ir.Node;
import dev.baton.checker.explicit.ir.Piece;
import dev.baton.checker.explicit.ir.Terms;
import dev.baton.checker.explicit.program.Instance;
import dev.baton.checker.explicit.program.Resets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Steps that leave some bits as they are in the first state. */
final class Resetting {
    private final Terms terms;
    private final List<Long> first;
    private final BitSet never;

    /**
     * @param first the words of the first state
     * @param never what is never read: it keeps its first value from the start
     */
    Resetting(Terms terms, List<Long> first, BitSet never) {
        this.terms = terms;
        this.first = first;
        this.never = never;
    }

    /** Some bits, and their values in the first state. */
    List<Resets.Bits> resets(BitSet dead) {
        List<Resets.Bits> resets = new ArrayList<>();
        long[] masks = dead.toLongArray();
        for (int word = 0; word < masks.length; word++) {
            if (masks[word] != 0) {
                resets.add(new Resets.Bits(word, masks[word], first.get(word) & masks[word]));
            }
        }
        return resets;
    }

    /** The step with some bits reset. */
    Instance resetting(Instance instance, BitSet reset) {
        if (reset.isEmpty()) {
            return instance;
        }
        BitSet anew = (BitSet) reset.clone();
        anew.andNot(never);
        List<Node> words = new ArrayList<>();
        for (int w = 0; w < instance.words().size(); w++) {
            Node kept = replaced(instance.words().get(w), w, never, terms.word(w));
            words.add(replaced(kept, w, anew, terms.constant(first.get(w))));
        }
        return new Instance(
                instance.number(),
                instance.action(),
                instance.arguments(),
                instance.guard(),
                instance.checks(),
                words,
                instance.marks());
    }

    /** A word with some bits taken from another. */
    private Node replaced(Node word, int number, BitSet bits, Node other) {
        int begin = number * Long.SIZE;
        int end = begin + Long.SIZE;
        List<Piece> pieces = new ArrayList<>();
        for (int at = begin; at < end; ) {
            boolean set = bits.get(at);
            int next = set ? bits.nextClearBit(at) : bits.nextSetBit(at);
            int until = next < 0 ? end : Math.min(end, next);
            pieces.add(new Piece(at - begin, until - at, terms.field(set ? other : word, at - begin, until - at)));
            at = until;
        }
        return terms.concat(pieces);
    }
}
