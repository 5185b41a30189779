package dev.baton.checker.tla;

import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Definition;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Exprs;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Variable;
import dev.baton.model.source.SourceFile;
import dev.baton.model.source.Span;
import dev.baton.model.system.Action;
import dev.baton.model.system.ErrorSite;
import dev.baton.model.system.Fairness;
import dev.baton.model.system.Origin;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A transition system put together by hand. */
final class Sketch {
    private final String name;
    private final List<TransitionSystem.Parameter> parameters = new ArrayList<>();
    private final List<Type> types = new ArrayList<>();
    private final List<Definition> definitions = new ArrayList<>();
    private final List<Variable> variables = new ArrayList<>();
    private final List<Action> actions = new ArrayList<>();
    private final List<Fairness> fairness = new ArrayList<>();
    private final List<Property> properties = new ArrayList<>();
    private final List<Type.Index> symmetric = new ArrayList<>();
    private Optional<Expr> terminal = Optional.empty();
    private Optional<TransitionSystem.ErrorSites> error = Optional.empty();
    private Optional<String> doc = Optional.empty();

    Sketch(String name) {
        this.name = name;
    }

    Sketch doc(String text) {
        doc = Optional.of(text);
        return this;
    }

    Sketch parameter(String parameter, int value) {
        parameters.add(new TransitionSystem.Parameter(parameter, value, Optional.of("how many " + parameter)));
        return this;
    }

    <T extends Type> T type(T type) {
        types.add(type);
        return type;
    }

    Type.Index symmetric(Type.Index index) {
        symmetric.add(index);
        return type(index);
    }

    Variable variable(String variable, Type type, Expr init) {
        return variable(variable, type, init, Variable.Role.PRIVATE);
    }

    private Variable variable(String variable, Type type, Expr init, Variable.Role role) {
        Variable made = new Variable(variable, type, init, role, Optional.empty(), Span.NONE);
        variables.add(made);
        return made;
    }

    Definition definition(String definition, List<Definition.Parameter> params, Type result, Expr body) {
        Definition made = new Definition(
                definition, params, result, body, Optional.of("What " + definition + " says."), Span.NONE);
        definitions.add(made);
        return made;
    }

    /** The error variable and its sites, all of one kind. */
    Variable error(ErrorSite.Kind kind, String... labels) {
        List<String> members = new ArrayList<>(List.of("none"));
        members.addAll(List.of(labels));
        Type.Enumeration type = type(new Type.Enumeration("Error", members));
        Variable variable =
                variable("error", type, Exprs.literal(new Value.EnumMember(type, 0), type), Variable.Role.ERROR);
        List<ErrorSite> sites = new ArrayList<>();
        for (String label : labels) {
            sites.add(new ErrorSite(label, kind, label, Span.NONE));
        }
        error = Optional.of(new TransitionSystem.ErrorSites(variable, type, sites));
        return variable;
    }

    Expr noError() {
        Variable variable = error.orElseThrow().variable();
        return Exprs.eq(Exprs.read(variable), variable.init());
    }

    static Action.Update set(Variable variable, Expr value) {
        return new Action.Update(variable, value);
    }

    static Binder each(String name, Type type) {
        return new Binder(name, type, new Expr.Domain(type, Span.NONE));
    }

    Sketch action(String action, Expr guard, Action.Update... updates) {
        return action(action, List.of(), List.of(), guard, List.of(), updates);
    }

    Sketch action(String action, List<Binder> binders, Expr guard, Action.Update... updates) {
        return action(action, binders, List.of(), guard, List.of(), updates);
    }

    Sketch action(
            String action,
            List<Binder> binders,
            List<Action.Binding> lets,
            Expr guard,
            List<Action.Check> checks,
            Action.Update... updates) {
        Origin origin =
                new Origin(Origin.Kind.ACTION, "Test", action, "what " + action + " does", Optional.empty(), Span.NONE);
        Expr whole = error.isPresent() ? Exprs.and(noError(), guard) : guard;
        actions.add(new Action(action, binders, lets, whole, checks, List.of(updates), origin, List.of(), List.of()));
        return this;
    }

    Sketch unit(String unit, Fairness.Strength strength, Optional<Binder> actor, String... names) {
        fairness.add(new Fairness(unit, strength, actor, List.of(names)));
        return this;
    }

    Property property(String property, Property.Kind kind, Expr left) {
        return property(property, kind, List.of(), left, Optional.empty());
    }

    Property property(String property, Property.Kind kind, List<Binder> binders, Expr left, Optional<Expr> right) {
        Property made = new Property(
                property, kind, binders, left, right, Optional.of("What " + property + " asks."), Span.NONE);
        properties.add(made);
        return made;
    }

    /** The properties that every system with an error variable has. */
    Sketch standard() {
        if (error.isPresent()) {
            property("no_error", Property.Kind.WELL_DEFINED, noError());
        }
        property("no_deadlock", Property.Kind.DEADLOCK_FREE, Expr.TRUE);
        return this;
    }

    Sketch terminal(Expr predicate) {
        terminal = Optional.of(predicate);
        return this;
    }

    TransitionSystem build() {
        return new TransitionSystem(
                name,
                doc,
                new SourceFile("tests/" + name + ".baton", ""),
                parameters,
                types,
                definitions,
                variables,
                actions,
                fairness,
                properties,
                terminal,
                symmetric,
                error,
                List.of());
    }

    static Expr apply(Op op, Type type, Expr... args) {
        return new Expr.Apply(op, List.of(args), type, Span.NONE);
    }
}
