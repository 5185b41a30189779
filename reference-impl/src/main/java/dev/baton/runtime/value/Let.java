package dev.baton.runtime.value;

import java.util.function.Function;

/** A value that is named within an expression. */
public final class Let {
    private Let() {}

    /** The body's value, in which the parameter is the value. */
    public static <A, B> B in(A value, Function<? super A, ? extends B> body) {
        return body.apply(value);
    }
}
