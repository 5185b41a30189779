package dev.baton.checker.tla;

import dev.baton.model.expr.Variable;
import dev.baton.model.system.Action;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import dev.baton.trace.format.Json;
import dev.baton.trace.format.StateDialect;
import dev.baton.trace.format.ValueMismatch;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Traces of the TLA+ that {@link TlaEmitter} writes, in the JSON of TLC or the ITF of Apalache. */
public final class TlaDialect implements StateDialect {
    private final TlaModule module;
    private final TlaValueParser parser;
    private final TlaJson json;
    private final Map<String, Action> actions = new HashMap<>();

    public TlaDialect(TransitionSystem system) {
        this.module = TlaEmitter.emit(system);
        this.parser = new TlaValueParser(module);
        this.json = new TlaJson(module);
        system.actions().forEach(action -> actions.put(module.naming().action(action), action));
    }

    @Override
    public String name() {
        return "TLA+";
    }

    @Override
    public String variable(Variable variable) {
        return module.naming().variable(variable);
    }

    @Override
    public Optional<Action> action(String name) {
        return Optional.ofNullable(actions.get(name));
    }

    @Override
    public Value value(Type type, Json written) {
        Value value;
        try {
            value = parser.value(type, json.tree(type, written));
        } catch (IllegalArgumentException e) {
            throw new ValueMismatch(written, "a value of `" + type + "` as TLA+ writes it");
        }
        // The parser trusts TLC; this came from anywhere.
        if (!dev.baton.model.value.Domain.contains(type, value)) {
            throw new ValueMismatch(written, "a value of `" + type + "`");
        }
        return value;
    }
}
