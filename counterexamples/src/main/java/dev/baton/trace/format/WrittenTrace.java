package dev.baton.trace.format;

import dev.baton.model.source.SourceFile;
import dev.baton.model.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A trace as a file has it, before anything is known of the system: names and JSON.
 *
 * @param header what it says of its origin
 * @param baton whether Baton wrote it
 * @param constants names that it lists as those of parameters; those that the protocol has none for are passed over
 * @param loop where it goes on for ever, if it does
 */
public record WrittenTrace(
        SourceFile file,
        TraceHeader header,
        boolean baton,
        Set<String> constants,
        List<WrittenState> states,
        Optional<Loop> loop) {

    public WrittenTrace {
        constants = Set.copyOf(constants);
        states = List.copyOf(states);
    }

    /**
     * A state.
     *
     * @param at the state's object
     * @param values by variable, with what the trace says of parameters in the first state
     * @param label the step that leads to it, if the trace says which
     */
    record WrittenState(Json at, Map<String, Json> values, Optional<Label> label) {}

    /**
     * A step by name.
     *
     * @param picks what it chose, by parameter, as values
     * @param words what it chose, by parameter, in Baton's syntax; where the values are not there
     */
    record Label(Json at, String action, Map<String, Json> picks, Map<String, Json> words) {}

    /**
     * @param state the number of the state to which the last one returns
     * @param label the step that closes it, if it is said and the last state is not that state again
     */
    record Loop(Json at, int state, Optional<Label> label) {}

    /** The place of a value. */
    Span span(Json json) {
        return new Span(
                file, json.offset(), Math.min(json.offset() + 1, file.text().length()));
    }
}
