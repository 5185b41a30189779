package dev.baton.model.interpreter;

import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Variable;
import dev.baton.model.source.SourceFile;
import dev.baton.model.source.Span;
import dev.baton.model.system.Action;
import dev.baton.model.system.Arrow;
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

/** Transition systems for tests, built by hand. */
public final class SystemBuilder {
    private final List<Variable> variables = new ArrayList<>();
    private final List<Action> actions = new ArrayList<>();
    private final List<Fairness> fairness = new ArrayList<>();
    private final List<Property> properties = new ArrayList<>();
    private Optional<Expr> terminal = Optional.empty();
    private Optional<TransitionSystem.ErrorSites> error = Optional.empty();

    public Variable variable(String name, Type type, Expr init) {
        Variable variable = Terms.variable(name, type, init);
        variables.add(variable);
        return variable;
    }

    public Variable variable(String name, int low, int high, int init) {
        return variable(name, Type.Range.of(low, high), Terms.num(init));
    }

    /** The error variable, with a site for each label. */
    public Variable error(String... labels) {
        List<ErrorSite> sites = new ArrayList<>();
        List<String> members = new ArrayList<>(List.of("none"));
        for (String label : labels) {
            sites.add(new ErrorSite(label, ErrorSite.Kind.UNDEFINED, label, Span.NONE));
            members.add(label);
        }
        Type.Enumeration type = new Type.Enumeration("Error", members);
        Variable variable =
                Terms.variable("error", type, Terms.literal(new Value.EnumMember(type, 0), type), Variable.Role.ERROR);
        variables.add(variable);
        error = Optional.of(new TransitionSystem.ErrorSites(variable, type, sites));
        return variable;
    }

    /** That the error variable shows none. */
    public Expr noError() {
        TransitionSystem.ErrorSites sites = error.orElseThrow();
        return Terms.eq(
                Terms.read(sites.variable()), Terms.literal(new Value.EnumMember(sites.type(), 0), sites.type()));
    }

    public static Action.Update set(Variable variable, Expr value) {
        return new Action.Update(variable, value);
    }

    public SystemBuilder action(String name, Expr guard, Action.Update... updates) {
        return action(name, List.of(), guard, updates);
    }

    public SystemBuilder action(String name, List<Binder> parameters, Expr guard, Action.Update... updates) {
        return action(name, parameters, List.of(), guard, List.of(), List.of(updates), List.of());
    }

    public SystemBuilder action(
            String name,
            List<Binder> parameters,
            List<Action.Binding> lets,
            Expr guard,
            List<Action.Check> checks,
            List<Action.Update> updates,
            List<Arrow> arrows) {
        Origin origin = new Origin(Origin.Kind.ACTION, "Test", name, name, Optional.empty(), Span.NONE);
        actions.add(new Action(name, parameters, lets, guard, checks, updates, origin, arrows, List.of()));
        return this;
    }

    public static Binder parameter(String name, Type type) {
        return new Binder(name, type, Terms.all(type));
    }

    public SystemBuilder weak(String... names) {
        return fair(Fairness.Strength.WEAK, Optional.empty(), names);
    }

    public SystemBuilder strong(String... names) {
        return fair(Fairness.Strength.STRONG, Optional.empty(), names);
    }

    public SystemBuilder fair(Fairness.Strength strength, Optional<Binder> actor, String... names) {
        fairness.add(new Fairness("unit" + fairness.size(), strength, actor, List.of(names)));
        return this;
    }

    public Property property(String name, Property.Kind kind, Expr left) {
        return property(name, kind, List.of(), left, Optional.empty());
    }

    public Property leadsTo(String name, Expr cause, Expr effect) {
        return property(name, Property.Kind.LEADS_TO, List.of(), cause, Optional.of(effect));
    }

    public Property property(String name, Property.Kind kind, List<Binder> binders, Expr left, Optional<Expr> right) {
        Property property = new Property(name, kind, binders, left, right, Optional.empty(), Span.NONE);
        properties.add(property);
        return property;
    }

    public SystemBuilder terminal(Expr predicate) {
        terminal = Optional.of(predicate);
        return this;
    }

    public TransitionSystem build() {
        return new TransitionSystem(
                "Test",
                Optional.empty(),
                SourceFile.NONE,
                List.of(),
                List.of(),
                List.of(),
                variables,
                actions,
                fairness,
                properties,
                terminal,
                List.of(),
                error,
                List.of());
    }

    public Exploration explore() {
        TransitionSystem system = build();
        return Explorer.explore(system, system.properties(), Budget.UNLIMITED);
    }
}
