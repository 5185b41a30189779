package dev.baton.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.cli.check.UsageException;
import dev.baton.model.expr.Variable;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.Action;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A trace as {@code --trace-dir} writes it. Its actions are taken anew, and must lead to its states. */
final class JsonTrace implements StoredTrace {
    private final String name;
    private final JsonNode json;

    /** @param name of the file, for messages */
    JsonTrace(String name, JsonNode json) {
        this.name = name;
        this.json = json;
    }

    /** Whether this is such a file at all. */
    static boolean fits(JsonNode json) {
        return json.path("schema").isNumber()
                && json.path("trace").path("steps").isArray();
    }

    @Override
    public Origin origin() {
        Map<String, Integer> parameters = new LinkedHashMap<>();
        json.path("parameters").properties().forEach(entry -> {
            if (entry.getValue().canConvertToInt()) {
                parameters.put(entry.getKey(), entry.getValue().intValue());
            }
        });
        return new Origin(text("file"), text("check"), parameters, text("property"), text("engine"));
    }

    private Optional<String> text(String field) {
        return Optional.of(json.path(field)).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    @Override
    public Trace replayed(Interpreter interpreter) {
        Map<String, Action> actions = new LinkedHashMap<>();
        interpreter.system().actions().forEach(a -> actions.put(a.name(), a));
        JsonNode written = json.path("trace");
        if (written.path("states").size() != written.path("steps").size() + 1) {
            throw wrong("it has " + written.path("states").size() + " states and "
                    + written.path("steps").size() + " steps");
        }
        State first = interpreter.initial();
        check(interpreter, first, written.path("states").get(0), 0);
        List<Step> steps = new ArrayList<>();
        for (JsonNode step : written.path("steps")) {
            int number = steps.size() + 1;
            State from = steps.isEmpty() ? first : steps.getLast().after();
            Action action = Optional.ofNullable(actions.get(step.path("action").asText()))
                    .orElseThrow(() -> wrong("step " + number + ": the protocol has no action `"
                            + step.path("action").asText() + "`"));
            Step taken = interpreter.successors(from, action).stream()
                    .filter(s -> arguments(s, step.path("arguments")))
                    .findFirst()
                    .orElseThrow(() -> wrong("step " + number + ": `" + action.name() + "` can't be taken there"));
            check(interpreter, taken.after(), written.path("states").get(number), number);
            steps.add(taken);
        }
        return new Trace(first, steps, loop(written.path("loop"), first, steps));
    }

    private static boolean arguments(Step step, JsonNode arguments) {
        if (arguments.size() != step.arguments().size()) {
            return false;
        }
        for (int i = 0; i < step.arguments().size(); i++) {
            String name = step.action().parameters().get(i).name();
            if (!step.arguments().get(i).toString().equals(arguments.path(name).asText())) {
                return false;
            }
        }
        return true;
    }

    private void check(Interpreter interpreter, State state, JsonNode written, int number) {
        List<Variable> variables = interpreter.system().variables();
        for (int i = 0; i < variables.size(); i++) {
            String variable = variables.get(i).name();
            String is = state.get(i).toString();
            if (!is.equals(written.path(variable).asText())) {
                throw wrong("state " + number + ": `" + variable + "` is " + is + " in the protocol, and "
                        + (written.has(variable) ? written.path(variable).asText() : "missing") + " in the file");
            }
        }
    }

    private OptionalInt loop(JsonNode loop, State first, List<Step> steps) {
        if (loop.isNull() || loop.isMissingNode()) {
            return OptionalInt.empty();
        }
        if (!loop.isInt() || loop.intValue() < 0 || loop.intValue() > steps.size()) {
            throw wrong("`loop` is no number of a state");
        }
        Trace trace = new Trace(first, steps, OptionalInt.of(loop.intValue()));
        if (!trace.state(loop.intValue()).equals(trace.last())) {
            throw wrong("its loop does not close: state " + loop.intValue() + " is not the last one");
        }
        return trace.loop();
    }

    private UsageException wrong(String what) {
        return new UsageException("`" + name + "` is no trace of this protocol: " + what);
    }
}
