package dev.baton.checker.explicit;

import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.Property;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a search found, as behaviours of the system: the interpreter takes every step once more. */
record Replay(Compiled compiled) {

    /**
     * The behaviour along a path of packed states, which shows that the property is decided.
     *
     * @param loop where the path's loop begins, if it has one
     * @throws IllegalStateException if the interpreter does not confirm it, which is a bug of this engine
     */
    Trace of(Property property, List<long[]> path, OptionalInt loop) {
        return (compiled.reduced() ? new Unfolding(compiled).of(property, path) : replayed(property, path, loop))
                .orElseThrow(() -> new IllegalStateException("the compiled search and the interpreter disagree on "
                        + property.name() + ": " + states(path)));
    }

    private Optional<Trace> replayed(Property property, List<long[]> path, OptionalInt loop) {
        return compiled.interpreter()
                .replay(states(path), loop)
                .filter(trace -> compiled.interpreter().shows(property, trace));
    }

    private List<State> states(List<long[]> path) {
        return path.stream().map(words -> compiled.packer().unpack(words, 0)).toList();
    }
}
