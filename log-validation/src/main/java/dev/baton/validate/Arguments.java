package dev.baton.validate;

import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Expr;
import dev.baton.model.system.Action;
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
     * @param choices of those that have no name in the log, in order; where they are not as many as these, they say
     *     nothing
     * @throws LogException if a parameter of too many values is left open
     */
    static Arguments of(long line, Action action, Map<String, String> named, List<String> choices, Acting acting)
            throws LogException {
        Map<String, Value> given = new HashMap<>(acting.given());
        List<String> names = new ArrayList<>();
        List<Binder> unnamed = new ArrayList<>();
        boolean possible = true;
        for (Binder parameter : action.parameters()) {
            if (given.containsKey(parameter.name())) {
                continue;
            }
            names.add(parameter.name());
            String text = named.get(parameter.name());
            if (text == null) {
                unnamed.add(parameter);
            } else {
                possible &= put(parameter, text, given);
            }
        }
        if (choices.size() == unnamed.size()) {
            for (int i = 0; i < unnamed.size(); i++) {
                possible &= put(unnamed.get(i), choices.get(i), given);
            }
        } else {
            bounded(line, unnamed);
        }
        return new Arguments(possible ? Optional.of(given) : Optional.empty(), names);
    }

    private static boolean put(Binder parameter, String text, Map<String, Value> given) {
        Optional<Value> value = ValueText.value(parameter.type(), text);
        value.ifPresent(v -> given.put(parameter.name(), v));
        return value.isPresent();
    }

    private static void bounded(long line, List<Binder> open) throws LogException {
        for (Binder parameter : open) {
            if (!bounded(parameter)) {
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
