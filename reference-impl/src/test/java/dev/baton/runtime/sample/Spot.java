package dev.baton.runtime.sample;

import dev.baton.runtime.Point;
import java.util.List;

/** A place of a machine that was written for a test. */
public record Spot(int ordinal, String unit, String label, List<String> locals) implements Point {

    /** A place without locals. */
    public static Spot of(int ordinal, String unit, String label, String... locals) {
        return new Spot(ordinal, unit, label, List.of(locals));
    }

    @Override
    public int line() {
        return 1;
    }
}
