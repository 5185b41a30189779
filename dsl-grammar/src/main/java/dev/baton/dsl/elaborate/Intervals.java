package dev.baton.dsl.elaborate;

import dev.baton.model.type.Bound;
import dev.baton.model.type.Type;
import java.util.Optional;
import java.util.stream.LongStream;

/** Arithmetic on ranges: which integers an operation can give. Empty where they leave 32 bits. */
final class Intervals {
    private Intervals() {}

    static Optional<Type.Range> add(Type.Range a, Type.Range b) {
        return range((long) a.low() + b.low(), (long) a.high() + b.high());
    }

    static Optional<Type.Range> subtract(Type.Range a, Type.Range b) {
        return range((long) a.low() - b.high(), (long) a.high() - b.low());
    }

    static Optional<Type.Range> multiply(Type.Range a, Type.Range b) {
        return hull(
                (long) a.low() * b.low(),
                (long) a.low() * b.high(),
                (long) a.high() * b.low(),
                (long) a.high() * b.high());
    }

    static Optional<Type.Range> negate(Type.Range a) {
        return range(-(long) a.high(), -(long) a.low());
    }

    /** Floor division by what of {@code b} is positive. */
    static Optional<Type.Range> divide(Type.Range a, Type.Range b) {
        int least = Math.max(1, b.low());
        int most = Math.max(least, b.high());
        return hull(
                Math.floorDiv((long) a.low(), least),
                Math.floorDiv((long) a.low(), most),
                Math.floorDiv((long) a.high(), least),
                Math.floorDiv((long) a.high(), most));
    }

    /** What floor division by a positive element of {@code b} leaves. */
    static Optional<Type.Range> modulo(Type.Range a, Type.Range b) {
        int most = Math.max(1, b.high()) - 1;
        return range(0, a.low() >= 0 ? Math.min(a.high(), most) : most);
    }

    /** The sum of at most {@code count} elements of {@code a}, and at least none. */
    static Optional<Type.Range> sum(Type.Range a, long count) {
        long most = Math.min(count, Integer.MAX_VALUE);
        return hull(0, most * a.low(), most * a.high());
    }

    /** The smallest range that holds both; a bound that stays keeps its text. */
    static Type.Range join(Type.Range a, Type.Range b) {
        Bound lo = a.low() <= b.low() ? a.lo() : b.lo();
        Bound hi = a.high() >= b.high() ? a.hi() : b.hi();
        return new Type.Range(lo, hi);
    }

    static boolean disjoint(Type.Range a, Type.Range b) {
        return a.high() < b.low() || b.high() < a.low();
    }

    private static Optional<Type.Range> hull(long... corners) {
        return range(
                LongStream.of(corners).min().orElseThrow(),
                LongStream.of(corners).max().orElseThrow());
    }

    private static Optional<Type.Range> range(long low, long high) {
        return low < Integer.MIN_VALUE || high > Integer.MAX_VALUE
                ? Optional.empty()
                : Optional.of(Type.Range.of((int) low, (int) high));
    }
}
