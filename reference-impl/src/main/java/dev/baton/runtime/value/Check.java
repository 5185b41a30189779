package dev.baton.runtime.value;

import dev.baton.runtime.Conditions;
import dev.baton.runtime.ProtocolViolation;
import java.util.List;
import java.util.Optional;

/**
 * Values that a step needs to be something: each check gives its first argument, or throws {@link ProtocolViolation}
 * with the message, which says what the protocol's text says.
 */
public final class Check {
    private Check() {}

    /** An integer of {@code lo..hi}. */
    public static int within(int value, int lo, int hi, String message) {
        Conditions.require(lo <= value && value <= hi, message);
        return value;
    }

    /** A value of a type. */
    public static <T> T fits(T value, Code<T> type, String message) {
        Conditions.require(type.contains(value), message);
        return value;
    }

    /** What is in an option. */
    public static <T> T some(Optional<T> option, String message) {
        return option.orElseThrow(() -> new ProtocolViolation(message));
    }

    /** A divisor. */
    public static int positive(int divisor, String message) {
        Conditions.require(divisor > 0, message);
        return divisor;
    }

    /** A sequence that isn't empty. */
    public static <T> List<T> filled(List<T> sequence, String message) {
        Conditions.require(!sequence.isEmpty(), message);
        return sequence;
    }

    /** A position in a sequence. */
    public static int position(int position, List<?> sequence, String message) {
        Conditions.require(position >= 0 && position < sequence.size(), message);
        return position;
    }

    /** The element at a position. */
    public static <T> T element(List<T> sequence, int position, String message) {
        Conditions.require(position >= 0 && position < sequence.size(), message);
        return sequence.get(position);
    }
}
