package dev.baton.model.type;

/**
 * An end of an integer range: its value, and how the designer wrote it ({@code MESSAGES} or {@code SLOTS - 1}), so that
 * emitters can print the word rather than the number. Two bounds are equal when their values are.
 *
 * @param text the source form in Baton's syntax over constants and literals only; the digits where there is no better
 */
public record Bound(int value, String text) {

    /** A bound that is only a number. */
    public static Bound of(int value) {
        return new Bound(value, Integer.toString(value));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bound bound && bound.value == value;
    }

    @Override
    public int hashCode() {
        return value;
    }

    @Override
    public String toString() {
        return text;
    }
}
