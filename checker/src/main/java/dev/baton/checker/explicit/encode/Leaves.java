package dev.baton.checker.explicit.encode;

import dev.baton.checker.explicit.ir.Node;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Values as rows of bit strings of at most 64 bits each: a narrow value is one, a wider one those of its parts. */
public final class Leaves {
    private Leaves() {}

    /** The widths of a type's leaves. */
    public static List<Integer> widths(Type type) {
        int width = Encoding.width(type);
        if (width <= 64) {
            return List.of(width);
        }
        List<Integer> widths = new ArrayList<>();
        if (type instanceof Type.SetOf) {
            for (int at = 0; at < width; at += 64) {
                widths.add(Math.min(64, width - at));
            }
        } else {
            Encoding.parts(type).forEach(part -> widths.addAll(widths(part.type())));
        }
        return widths;
    }

    /** The bits of a value's leaves. */
    public static List<Node> of(Val val, Vals vals) {
        if (!(val instanceof Val.Parts wide)) {
            return List.of(vals.bits(val));
        }
        List<Node> leaves = new ArrayList<>();
        for (Val part : wide.parts()) {
            leaves.addAll(of(part, vals));
        }
        return leaves;
    }

    /** The value of a type whose leaves have these bits. */
    public static Val join(Type type, Iterator<Node> leaves, Vals vals) {
        if (Encoding.width(type) <= 64) {
            return vals.ofBits(type, leaves.next());
        }
        if (type instanceof Type.SetOf) {
            return vals.chunks(type, _ -> leaves.next());
        }
        List<Val> parts = new ArrayList<>();
        Encoding.parts(type).forEach(part -> parts.add(join(part.type(), leaves, vals)));
        return new Val.Parts(type, parts);
    }
}
