package dev.baton.validate;

import dev.baton.model.system.ErrorSite;
import dev.baton.model.value.Value;
import java.util.List;
import java.util.Optional;

/** What a step makes of a state. */
final class Outcome {
    private final Cell[] cells;
    private final Value[] values;
    private final Optional<ErrorSite> error;

    /**
     * @param cells that it changes
     * @param values that they hold then
     */
    Outcome(List<Cell> cells, List<Value> values) {
        this.cells = cells.toArray(Cell[]::new);
        this.values = values.toArray(Value[]::new);
        this.error = Optional.empty();
    }

    /** A step into an error, which changes nothing else. */
    Outcome(ErrorSite error) {
        this.cells = new Cell[0];
        this.values = new Value[0];
        this.error = Optional.of(error);
    }

    Optional<ErrorSite> error() {
        return error;
    }

    Situation after(Situation before) {
        return before.with(cells, values);
    }
}
