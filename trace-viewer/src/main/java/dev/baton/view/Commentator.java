package dev.baton.view;

import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.Property;

/** Says what matters in a trace. */
@FunctionalInterface
public interface Commentator {

    /** Has nothing to say. */
    Commentator SILENT = (interpreter, property, trace) -> Commentary.NONE;

    /** @param trace shows something about the property */
    Commentary comment(Interpreter interpreter, Property property, Trace trace);
}
