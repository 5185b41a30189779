package dev.baton.model.lowering;

import dev.baton.model.type.Type;

/** Types of sums. */
final class Sums {
    private Sums() {}

    /** The range of {@code a + b}. */
    static Type add(Type a, Type b) {
        Type.Range x = (Type.Range) a;
        Type.Range y = (Type.Range) b;
        return Type.Range.of(Math.addExact(x.low(), y.low()), Math.addExact(x.high(), y.high()));
    }
}
