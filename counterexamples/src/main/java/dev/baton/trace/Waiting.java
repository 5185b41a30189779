package dev.baton.trace;

import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Quantifier;
import dev.baton.model.expr.Shape;
import dev.baton.model.expr.Variable;
import dev.baton.model.interpreter.Environment;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.system.Action;
import dev.baton.model.system.Fairness;
import dev.baton.model.system.Origin;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who waits for what in a state without a step: for each task, handler and action of each member the step that is next
 * and the part of its guard that is false.
 */
public final class Waiting {
    private static final String IT_IS = "it is ";

    private final TransitionSystem system;
    private final State state;
    private final Moment moment;

    private Waiting(Interpreter interpreter, State state) {
        this.system = interpreter.system();
        this.state = state;
        this.moment = new Moment(0, interpreter.evaluator(state), Environment.EMPTY);
    }

    /** A tree for each that waits, or one node that says why it never will step again. */
    public static List<Reason> of(Interpreter interpreter, State state) {
        return new Waiting(interpreter, state).reasons(interpreter.system().fairness());
    }

    /** The same of tasks and handlers alone, of those that wait: where a fair behaviour may stop, others need not. */
    public static List<Reason> ofControl(Interpreter interpreter, State state) {
        return new Waiting(interpreter, state)
                        .reasons(interpreter.system().fairness().stream()
                                .filter(unit -> unit.actions().stream()
                                        .map(interpreter.system()::action)
                                        .allMatch(action ->
                                                hasControl(action.origin().kind())))
                                .toList())
                        .stream()
                        .filter(reason -> !reason.because().isEmpty()
                                && reason.because().stream().noneMatch(r -> free(r) || down(r)))
                        .toList();
    }

    private static boolean hasControl(Origin.Kind kind) {
        return switch (kind) {
            case TASK, INTERRUPT -> true;
            case ACTION, HANDLER, DELIVERY, DRAIN, FAULT -> false;
        };
    }

    /** Of several next steps one that nothing holds back: whoever may take it need not. */
    private static boolean free(Reason next) {
        return next.text().startsWith("line ") && next.because().isEmpty();
    }

    /** Who is off, crashed or hung does not wait: the trace has said so. */
    private static boolean down(Reason reason) {
        return reason.text().startsWith(IT_IS) || reason.because().stream().anyMatch(Waiting::down);
    }

    private List<Reason> reasons(List<Fairness> units) {
        List<Reason> reasons = new ArrayList<>();
        for (Fairness unit : units) {
            if (unit.actor().isEmpty()) {
                unit(unit, moment, Optional.empty()).ifPresent(reasons::add);
                continue;
            }
            for (Value member : moment.elements(unit.actor().get().domain())) {
                unit(unit, moment, Optional.of(member)).ifPresent(reasons::add);
            }
        }
        return reasons;
    }

    private Optional<Reason> unit(Fairness unit, Moment at, Optional<Value> member) {
        List<Action> actions = unit.actions().stream().map(system::action).toList();
        if (actions.isEmpty() || !waits(actions.getFirst().origin().kind())) {
            return Optional.empty();
        }
        Origin origin = actions.getFirst().origin();
        String who = Names.who(actions.getFirst(), member.map(List::of).orElse(List.of()));
        List<Reason> blocked = new ArrayList<>();
        for (Action action : actions) {
            blocked(action, at, member).ifPresent(blocked::add);
        }
        if (blocked.size() == 1) {
            Reason one = blocked.getFirst();
            return Optional.of(new Reason(who + " waits, " + one.text(), "", one.because()));
        }
        if (!blocked.isEmpty()) {
            return Optional.of(new Reason(who + " waits", "", blocked));
        }
        return rest(origin, member).filter(r -> !r.equals("idle")).map(r -> Reason.leaf(who, "at its end"));
    }

    /** Deliveries and drains wait for nobody's decision, and faults are never owed. */
    private static boolean waits(Origin.Kind kind) {
        return switch (kind) {
            case TASK, INTERRUPT, ACTION, HANDLER -> true;
            case DELIVERY, DRAIN, FAULT -> false;
        };
    }

    /** Why an action that is next for its task can't be taken; empty if control is elsewhere. */
    private Optional<Reason> blocked(Action action, Moment at, Optional<Value> member) {
        Moment scope = member.map(m -> at.with(action.parameters().getFirst().name(), m))
                .orElse(at);
        List<Expr> needed = new ArrayList<>();
        for (Expr part : Explanation.parts(action.guard(), Op.AND)) {
            if (readsOwnControl(part, action.origin()) || isState(part, action.origin())) {
                if (!scope.is(part, true)) {
                    return Optional.empty();
                }
            } else {
                needed.add(choices(action, part));
            }
        }
        List<Reason> reasons = needed.stream()
                .filter(part -> !scope.is(part, true))
                .map(part -> falsehood(part, scope, member))
                .toList();
        Origin origin = action.origin();
        String place = origin.span().known() ? "line " + origin.span().line() : action.name();
        String text = origin.text().equals(origin.unit()) ? "" : ": " + origin.text();
        return Optional.of(new Reason(place + text, "", reasons));
    }

    /** A part of a guard within the lets that it uses; where it reads what the action may choose, of some choice. */
    private static Expr choices(Action action, Expr part) {
        Expr asked = part;
        for (Action.Binding let : action.lets().reversed()) {
            if (mentions(asked, let.name())) {
                asked = new Expr.Let(let.name(), let.value(), asked, part.span());
            }
        }
        List<Binder> chosen = action.parameters()
                .subList(Names.indexed(action) ? 1 : 0, action.parameters().size());
        for (Binder choice : chosen.reversed()) {
            if (mentions(asked, choice.name())) {
                asked = new Expr.Quantified(Quantifier.EXISTS, choice, asked, Type.BOOL, part.span());
            }
        }
        return asked;
    }

    private static boolean mentions(Expr expr, String local) {
        return (expr instanceof Expr.Local l && l.name().equals(local))
                || expr.children().stream().anyMatch(c -> mentions(c, local));
    }

    private static Reason falsehood(Expr part, Moment at, Optional<Value> member) {
        for (Variable variable : Shape.reads(part)) {
            if (!part.span().known() && variable.role() == Variable.Role.LIFE) {
                Optional<Value> life = at.value(new Expr.Read(variable, false, part.span()));
                String now = life.map(l -> l instanceof Value.MapOf map && member.isPresent()
                                ? map.get(member.get()).toString()
                                : l.toString())
                        .orElse("");
                return Reason.leaf(IT_IS + now, "");
            }
        }
        return Explanation.why(part, List.of(at));
    }

    private static boolean readsOwnControl(Expr part, Origin origin) {
        return Shape.reads(part).stream().anyMatch(v -> v.name().equals(StepFacts.control(origin)));
    }

    /** What {@code in STATE} asks: like control, it says that another action is next. */
    private static boolean isState(Expr part, Origin origin) {
        return part instanceof Expr.Apply equal
                && equal.op() == Op.EQ
                && equal.arg(1) instanceof Expr.Literal
                && Shape.reads(equal.arg(0)).stream().anyMatch(v -> v.name().equals(origin.actor() + ".state"));
    }

    /** Where the unit's control is, if it has any. */
    private Optional<String> rest(Origin origin, Optional<Value> member) {
        for (int i = 0; i < system.variables().size(); i++) {
            if (system.variables().get(i).name().equals(StepFacts.control(origin))) {
                Value at = state.get(i);
                return Optional.of(
                        at instanceof Value.MapOf map && member.isPresent()
                                ? map.get(member.get()).toString()
                                : at.toString());
            }
        }
        return Optional.empty();
    }
}
