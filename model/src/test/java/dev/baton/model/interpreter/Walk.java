package dev.baton.model.interpreter;

import static dev.baton.model.interpreter.SystemBuilder.set;
import static dev.baton.model.interpreter.Terms.eq;
import static dev.baton.model.interpreter.Terms.num;
import static dev.baton.model.interpreter.Terms.op;
import static dev.baton.model.interpreter.Terms.read;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Variable;
import dev.baton.model.system.Property;
import dev.baton.model.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A system whose states are numbers, the first 0, and whose steps are given one by one. */
final class Walk {
    private final SystemBuilder system = new SystemBuilder();
    private final Variable place = system.variable("place", 0, 99, 0);
    private int steps;

    /** A walk along a path; a step that is on it twice is two actions. */
    static Walk along(int... path) {
        Walk walk = new Walk();
        for (int i = 1; i < path.length; i++) {
            walk.step(path[i - 1], path[i]);
        }
        return walk;
    }

    /** The name of a new action that leads from one state to another. */
    String step(int from, int to) {
        String name = from + "_" + to + "_" + steps++;
        system.action(name, eq(read(place), num(from)), set(place, num(to)));
        return name;
    }

    SystemBuilder system() {
        return system;
    }

    /** That the state is one of these. */
    Expr at(int... states) {
        Expr[] numbers = Arrays.stream(states).mapToObj(Terms::num).toArray(Expr[]::new);
        return op(Op.IN, read(place), op(Op.SET, numbers));
    }

    /** What the search finds of a property: {@code holds}, or a counterexample; see {@link #shape}. */
    String check(Property.Kind kind, Expr left) {
        return check(kind, left, Optional.empty());
    }

    String leadsTo(Expr cause, Expr effect) {
        return check(Property.Kind.LEADS_TO, cause, Optional.of(effect));
    }

    private String check(Property.Kind kind, Expr left, Optional<Expr> right) {
        Property property = system.property("P", kind, List.of(), left, right);
        Exploration exploration = Explorer.explore(system.build(), List.of(property), Budget.UNLIMITED);
        return switch (exploration.findings().getFirst().outcome()) {
            case Exploration.Outcome.Holds holds ->
                "holds"
                        + holds.witness()
                                .map(trace -> " " + shape(property, trace))
                                .orElse("");
            case Exploration.Outcome.Violated violated ->
                violated.trace().map(trace -> shape(property, trace)).orElse("violated");
            case Exploration.Outcome.Bounded _ -> "bounded";
            case Exploration.Outcome.Undecided undecided -> undecided.reason();
        };
    }

    /** {@code 0 1 (2 3)}: the states of the stem, then those of the loop; nothing in the loop where it stutters. */
    private String shape(Property property, Trace trace) {
        if (!new Interpreter(system.build()).shows(property, trace)) {
            throw new AssertionError("shows nothing: " + trace);
        }
        int n = trace.steps().size();
        int stem = trace.loop().orElse(n);
        String loop = trace.loop().isEmpty() ? "" : " (" + places(trace, stem + 1, n) + ")";
        return places(trace, 0, stem) + loop;
    }

    private static String places(Trace trace, int from, int to) {
        return String.join(
                " ",
                IntStream.rangeClosed(from, to)
                        .mapToObj(i -> trace.state(i).get(0))
                        .map(Value::toString)
                        .toList());
    }
}
