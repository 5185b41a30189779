package dev.baton.checker.explicit.reduce;

import dev.baton.checker.explicit.ir.Node;
import dev.baton.checker.explicit.ir.Piece;
import dev.baton.checker.explicit.ir.Terms;
import dev.baton.checker.explicit.layout.Layout;
import dev.baton.checker.explicit.layout.Slot;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Variable;
import dev.baton.model.source.Span;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A state of one word, made of variables of a few bits; each has a name and a place. */
final class HandMade {
    final Terms terms = new Terms();
    private final List<Slot> slots = new ArrayList<>();
    private int bits;

    /** Some bits of the word. */
    record Place(int offset, int width) {}

    /** A variable of all values that {@code width} bits have. */
    Place variable(String name, int width) {
        Type type = Type.Range.of(0, (1 << width) - 1);
        Variable variable = new Variable(name, type, Expr.TRUE, Variable.Role.PRIVATE, Optional.empty(), Span.NONE);
        slots.add(new Slot(variable, 0, 0, width, 0, bits));
        Place place = new Place(bits, width);
        bits += width;
        return place;
    }

    Layout layout() {
        return new Layout(1, slots, Set.of());
    }

    Node get(Place place) {
        return terms.field(terms.word(0), place.offset, place.width);
    }

    Node is(Place place, long value) {
        return terms.equal(get(place), terms.constant(value));
    }

    /** A new value of a variable. */
    record Update(Place place, Node value) {}

    Update set(Place place, Node value) {
        return new Update(place, terms.field(value, 0, place.width));
    }

    Update set(Place place, long value) {
        return set(place, terms.constant(value));
    }

    /** The state after. */
    List<Node> after(Update... updates) {
        List<Update> sorted = new ArrayList<>(List.of(updates));
        sorted.sort(Comparator.comparingInt(u -> u.place.offset));
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Update update : sorted) {
            pieces.add(
                    new Piece(at, update.place.offset - at, terms.field(terms.word(0), at, update.place.offset - at)));
            pieces.add(new Piece(update.place.offset, update.place.width, update.value));
            at = update.place.offset + update.place.width;
        }
        pieces.add(new Piece(at, bits - at, terms.field(terms.word(0), at, bits - at)));
        return List.of(terms.concat(pieces));
    }

    static BitSet bits(Place... places) {
        BitSet bits = new BitSet();
        for (Place place : places) {
            bits.set(place.offset, place.offset + place.width);
        }
        return bits;
    }
}
