package dev.baton.trace.format;

import dev.baton.model.expr.Variable;
import dev.baton.model.interpreter.State;
import dev.baton.model.source.Code;
import dev.baton.model.source.Diagnostic;
import dev.baton.model.source.Spelling;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.value.Value;
import dev.baton.trace.format.WrittenTrace.WrittenState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The written states of a trace as states of a system. */
final class StateDecoding {
    private final WrittenTrace written;
    private final TransitionSystem system;
    private final StateDialect dialect;
    private final Map<String, Variable> variables = new LinkedHashMap<>();

    StateDecoding(WrittenTrace written, TransitionSystem system, StateDialect dialect) {
        this.written = written;
        this.system = system;
        this.dialect = dialect;
        system.variables().forEach(v -> variables.put(dialect.variable(v), v));
    }

    /** Whether the first state has all the names of the dialect. */
    boolean fits() {
        return written.states().getFirst().values().keySet().containsAll(variables.keySet());
    }

    /** How many names of the first state the dialect knows. */
    int known() {
        Set<String> names = written.states().getFirst().values().keySet();
        return (int) names.stream().filter(variables::containsKey).count();
    }

    /** @throws Malformed if some are none */
    List<State> states() {
        parameters();
        List<State> states = new ArrayList<>();
        for (WrittenState state : written.states()) {
            states.add(state(states.size(), state));
        }
        return List.copyOf(states);
    }

    /** A trace of other parameters is one of another system, and the first step that shows it might be a late one. */
    private void parameters() {
        Map<String, Json> first = written.states().getFirst().values();
        for (TransitionSystem.Parameter parameter : system.parameters()) {
            if (variables.containsKey(parameter.name())) {
                continue;
            }
            Optional.ofNullable(first.get(parameter.name()))
                    .flatMap(json ->
                            integer(json).filter(n -> n != parameter.value()).map(n -> differs(json, parameter, n)))
                    .ifPresent(different -> {
                        throw different;
                    });
        }
    }

    private Malformed differs(Json at, TransitionSystem.Parameter parameter, int value) {
        return new Malformed(Diagnostic.of(
                        Code.B1112,
                        written.span(at),
                        parameter.name(),
                        Integer.toString(value),
                        system.name(),
                        Integer.toString(parameter.value()))
                .withHelp("`--param " + parameter.name() + "=" + value + "` makes them the same"));
    }

    private static Optional<Integer> integer(Json json) {
        if (json instanceof Json.Numeral number) {
            return number.integer();
        }
        return json instanceof Json.Fields f
                        && f.only(ItfValues.BIGINT).orElse(json) instanceof Json.Text(int _, String n)
                ? Json.integer(n)
                : Optional.empty();
    }

    private State state(int number, WrittenState state) {
        for (Map.Entry<String, Json> entry : state.values().entrySet()) {
            String name = entry.getKey();
            boolean parameter = number == 0
                    && system.parameters().stream().anyMatch(p -> p.name().equals(name));
            if (!variables.containsKey(name)
                    && !parameter
                    && !written.constants().contains(name)) {
                throw unknown(name, entry.getValue());
            }
        }
        List<Value> values = new ArrayList<>();
        for (Variable variable : system.variables()) {
            String name = dialect.variable(variable);
            Json json = state.values().get(name);
            if (json == null) {
                throw new Malformed(Diagnostic.of(Code.B1106, written.span(state.at()), Integer.toString(number), name)
                        .withHelp("a state has a value for every variable"));
            }
            values.add(value(number, name, variable, json));
        }
        return new State(values);
    }

    private Value value(int number, String name, Variable variable, Json json) {
        try {
            return dialect.value(variable.type(), json);
        } catch (ValueMismatch mismatch) {
            boolean within = mismatch.at().offset() != json.offset();
            throw new Malformed(Diagnostic.of(
                            Code.B1107,
                            written.span(mismatch.at()),
                            Integer.toString(number),
                            name,
                            Malformed.described(mismatch.at()),
                            Legible.quoted(mismatch.expected(), 200),
                            within ? "can't have in it" : "can't be")
                    .withHelp("`" + name + "` is of type `"
                            + Legible.quoted(variable.type().toString(), 120) + "`"));
        }
    }

    private Malformed unknown(String name, Json at) {
        String shown = Legible.quoted(name, 60);
        return new Malformed(Diagnostic.of(Code.B1105, written.span(at), shown, system.name())
                .withHelp(Spelling.nearest(shown, List.copyOf(variables.keySet()))
                        .map(near -> "did you mean `" + near + "`?")
                        .orElse(
                                known() == 0
                                        ? "none of its variables is one of `" + system.name()
                                                + "`: it is a trace of another protocol"
                                        : "is this the protocol that the trace is of, and its right check?")));
    }
}
