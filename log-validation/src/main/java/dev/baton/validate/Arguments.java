package dev.baton.validate;

import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Expr;
import dev.baton.model.system.Action;
import dev.baton.model.system.Choice;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import dev.baton.validate.Resolver.Acting;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The arguments of an action, as far as a log tells them.
 *
 * @param given by name of the parameter; empty if what the log tells can't be an argument
 * @param names of the parameters that the log may tell
 */
record Arguments(Optional<Map<String, Value>> given, List<String> names) {
    private static final BigInteger MOST = BigInteger.valueOf(1 << 16);

    /** What {@code choice=1,3} says. */
    static List<String> choices(Fields fields) {
        String choices = fields.named().getOrDefault("choice", "");
        return choices.isEmpty() ? List.of() : List.of(choices.split(",", -1));
    }

    /**
     * Of one action.
     *
     * @param named by name of the parameter
     * @param choices what was chosen on the way, in order; what comes after them, the log doesn't tell
     * @throws LogException if a parameter of too many values is left open
     */
    static Arguments of(long line, Action action, Map<String, String> named, List<String> choices, Acting acting)
            throws LogException {
        Map<String, Value> given = new HashMap<>(acting.given());
        List<String> names = new ArrayList<>();
        boolean possible = true;
        for (Binder parameter : action.parameters()) {
            if (given.containsKey(parameter.name())) {
                continue;
            }
            names.add(parameter.name());
            String text = named.get(parameter.name());
            possible &= text == null || put(parameter, text, given);
        }
        Optional<Map<String, Value>> all = possible
                ? action.ways().stream()
                        .flatMap(way -> along(way, action, choices, given).stream())
                        .findFirst()
                : Optional.empty();
        if (all.isPresent()) {
            bounded(line, action, all.get());
        }
        return new Arguments(all, names);
    }

    /** What is given after these choices; empty if the way has others. */
    private static Optional<Map<String, Value>> along(
            List<Choice> way, Action action, List<String> choices, Map<String, Value> given) {
        if (choices.size() > way.size()) {
            return Optional.empty();
        }
        Map<String, Value> more = new HashMap<>(given);
        for (int i = 0; i < choices.size(); i++) {
            String said = choices.get(i);
            boolean same = switch (way.get(i)) {
                case Choice.Branch c -> said.equals(Integer.toString(c.number()));
                case Choice.Element c -> put(parameter(action, c.parameter()), said, more);
            };
            if (!same) {
                return Optional.empty();
            }
        }
        return Optional.of(more);
    }

    private static Binder parameter(Action action, String name) {
        return action.parameters().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Whether a text is a value of a parameter, and no other than the one given. */
    private static boolean put(Binder parameter, String text, Map<String, Value> given) {
        Optional<Value> value = ValueText.value(parameter.type(), text);
        if (value.isEmpty()) {
            return false;
        }
        Value before = given.putIfAbsent(parameter.name(), value.get());
        return before == null || before.equals(value.get());
    }

    private static void bounded(long line, Action action, Map<String, Value> given) throws LogException {
        for (Binder parameter : action.parameters()) {
            if (!given.containsKey(parameter.name()) && !bounded(parameter)) {
                throw new LogException(
                        line,
                        "the line does not say which `" + parameter.name() + "` was chosen, of more than " + MOST,
                        "log `choice=` with its code");
            }
        }
    }

    /** Whether the values of a parameter can be gone through. */
    static boolean bounded(Binder parameter) {
        return !(parameter.domain() instanceof Expr.Domain all)
                || Domain.size(all.element()).compareTo(MOST) <= 0;
    }
}
