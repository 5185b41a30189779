package dev.baton.model.system;

import dev.baton.model.expr.Definition;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Variable;
import dev.baton.model.source.SourceFile;
import dev.baton.model.type.Type;
import java.util.List;
import java.util.Optional;

/**
 * A protocol with its parameters fixed and its domain removed: variables, actions, properties. This is what every
 * engine reads, and what the interpreter gives a meaning.
 *
 * <ul>
 *   <li>There is one first state: every variable's {@code init}.
 *   <li>A step is one action under one binding of its parameters whose guard holds; see {@link Action}.
 *   <li>If {@link #error} is there, no action is enabled once it differs from its first member: every action's guard
 *       says so itself. A state with an error has no successor.
 *   <li>{@link #terminal}: states in which stopping is right. In such a state, and in a state with an error, the system
 *       may also stutter for ever; the stuttering step counts as one generated state where {@code terminal} is present
 *       (engines that speak of it: TLC's {@code Terminating}).
 * </ul>
 *
 * @param parameters the values of {@code param}s, by name, in declaration order
 * @param types the enumerations, index types, structs and unions in use, each after those it uses
 * @param definitions pure functions, each after those it uses
 * @param terminal absent: every state without a step is a deadlock
 * @param symmetric index types whose members nothing tells apart
 * @param error the variable of role ERROR, an enumeration whose first member means "no error"; absent if nothing can
 *     fail
 * @param coverables what was written and that some behaviour should use; the marks of actions are of these
 */
public record TransitionSystem(
        String name,
        Optional<String> doc,
        SourceFile source,
        List<Parameter> parameters,
        List<Type> types,
        List<Definition> definitions,
        List<Variable> variables,
        List<Action> actions,
        List<Fairness> fairness,
        List<Property> properties,
        Optional<Expr> terminal,
        List<Type.Index> symmetric,
        Optional<ErrorSites> error,
        List<Coverable> coverables) {

    public TransitionSystem {
        parameters = List.copyOf(parameters);
        types = List.copyOf(types);
        definitions = List.copyOf(definitions);
        variables = List.copyOf(variables);
        actions = List.copyOf(actions);
        fairness = List.copyOf(fairness);
        properties = List.copyOf(properties);
        symmetric = List.copyOf(symmetric);
        coverables = List.copyOf(coverables);
    }

    /** A {@code param} or {@code const} with its value. */
    public record Parameter(String name, int value, Optional<String> doc) {}

    /**
     * What can go wrong. {@code variable} has an enumeration type; member 0 is "none", member {@code i} is site
     * {@code sites.get(i - 1)}.
     */
    public record ErrorSites(Variable variable, Type.Enumeration type, List<ErrorSite> sites) {
        public ErrorSites {
            sites = List.copyOf(sites);
        }
    }

    /** The action of a name. */
    public Action action(String name) {
        return actions.stream().filter(a -> a.name().equals(name)).findFirst().orElseThrow();
    }
}
