package dev.baton.trace.minimize;

import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.Action;
import dev.baton.model.system.Origin;
import dev.baton.model.system.Property;
import dev.baton.trace.Effort;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Makes a trace as easy to follow as it can be: shortest first, then fewest faults, then fewest switches between
 * actors, then with the first member to act called the first. The interpreter replays what comes out, and it shows what
 * the trace showed. The same trace and effort give the same result.
 */
public final class Minimizer {
    /** So many steps a search for a trace that is shorter, or has fewer faults, may try. */
    private static final int SEARCH = 6_000;

    /** The same of a search for a lasso. */
    private static final int LASSO = 12_000;

    private Minimizer() {}

    /** What is known of a trace already. */
    public enum Length {
        /** The engine gives a shortest one. */
        SHORTEST,
        /** It may be longer than need be. */
        ANY
    }

    /**
     * @param trace a behaviour that shows something about the property, and so will the result; it never costs more
     * @param effort for all of it; where it ends, what was found by then is the result
     */
    public static Trace of(Interpreter interpreter, Property property, Trace trace, Length length, Effort effort) {
        Stage stage = new Stage(interpreter, property, effort);
        Trace best = trace;
        if (length == Length.ANY) {
            best = better(stage, best, t -> LassoShape.of(stage, t));
            best = better(stage, best, t -> Deletion.of(stage, t));
            best = better(stage, best, t -> LassoShape.of(stage, t));
            best = better(stage, best, t -> shortest(stage, t));
        }
        best = better(stage, best, t -> fewestFaults(stage, t));
        best = better(stage, best, t -> Reordering.of(stage, t));
        return better(stage, best, t -> Renaming.of(stage, t));
    }

    /** What a pass makes of a trace, unless that is worse, or no longer shows it. */
    private static Trace better(Stage stage, Trace trace, UnaryOperator<Trace> pass) {
        Trace made = pass.apply(trace);
        boolean better = Cost.of(made).compareTo(Cost.of(trace)) <= 0 && stage.shows(made);
        return better ? made : trace;
    }

    private static Trace shortest(Stage stage, Trace trace) {
        if (trace.steps().isEmpty() || stage.effort().spent()) {
            return trace;
        }
        return found(search(stage, trace, trace.steps().size() - 1, _ -> true), trace);
    }

    /** One as short with fewer faults, if it has any: with none, else with as few as can be. */
    private static Trace fewestFaults(Stage stage, Trace trace) {
        int faults = Cost.of(trace).faults();
        if (faults == 0 || stage.effort().spent()) {
            return trace;
        }
        Trace without = found(
                search(
                        stage,
                        trace,
                        trace.steps().size(),
                        action -> action.origin().kind() != Origin.Kind.FAULT),
                trace);
        return faults == 1 || Cost.of(without).faults() == 0
                ? without
                : found(search(stage, trace, trace.steps().size(), _ -> true), trace);
    }

    private static Shortest.Answer search(Stage stage, Trace trace, int most, Predicate<Action> allowed) {
        return trace.loop().isPresent()
                ? ShortLasso.of(
                        stage.interpreter(), stage.property(), trace.first(), most, allowed, stage.effort(), LASSO)
                : Shortest.of(
                        stage.interpreter(),
                        stage.property(),
                        trace.first(),
                        most,
                        allowed,
                        stage.effort().part(SEARCH));
    }

    private static Trace found(Shortest.Answer answer, Trace otherwise) {
        return switch (answer) {
            case Shortest.Answer.Found found -> found.trace();
            case Shortest.Answer.None _ -> otherwise;
            case Shortest.Answer.Unknown _ -> otherwise;
        };
    }
}
