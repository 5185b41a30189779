package dev.baton.trace;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Variable;
import dev.baton.model.interpreter.Environment;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.Message;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import dev.baton.model.system.Action;
import dev.baton.model.system.ErrorSite;
import dev.baton.model.system.Origin;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One step of a trace in words: who did what, where in the text, what changed and who was told. */
public record StepFacts(Interpreter interpreter, State before, Step step) {

    public Action action() {
        return step.action();
    }

    public Origin origin() {
        return action().origin();
    }

    public String who() {
        return Names.who(action(), step.arguments());
    }

    /** The member of an indexed actor that acts. */
    public Optional<Value> member() {
        return Names.indexed(action()) ? Optional.of(step.arguments().getFirst()) : Optional.empty();
    }

    /** What it does, with what it chose and how a test came out. */
    public String what() {
        // An action is called what it does.
        boolean named = origin().text().equals(origin().unit());
        StringBuilder what = new StringBuilder(named ? "" : origin().text());
        List<String> chosen = new ArrayList<>();
        for (int i = Names.indexed(action()) ? 1 : 0; i < step.arguments().size(); i++) {
            chosen.add(action().parameters().get(i).name() + " = "
                    + step.arguments().get(i));
        }
        if (!chosen.isEmpty()) {
            what.append(named ? "(" : "   (").append(String.join(", ", chosen)).append(')');
        }
        outcome().ifPresent(o -> what.append(" → ").append(o));
        return what.toString();
    }

    /** {@code line 27}; {@code other.baton:27} where it is not in the system's own file. */
    String where() {
        return ActionWords.where(interpreter.system(), origin().span());
    }

    public List<Message> messages() {
        return interpreter.arrows(before, step);
    }

    /** Every entry that differs afterwards. */
    public List<Change> changes() {
        return Change.between(interpreter.system(), before, step.after());
    }

    /**
     * What a reader wants to see of {@link #changes}: not where the acting task itself goes next, nor locals that go
     * out of scope, nor what only Baton counts.
     */
    public List<Change> telling() {
        List<Change> telling =
                new ArrayList<>(changes().stream().filter(this::tells).toList());
        action().updates().stream()
                .map(Action.Update::variable)
                .filter(v -> ownLocal(v) && !leavesScope(v))
                .map(this::same)
                .flatMap(Optional::stream)
                .forEach(telling::add);
        return telling;
    }

    /** A local of the acting task that is set to what it was already: a reader wants to see what was read. */
    private Optional<Change> same(Variable variable) {
        int position = interpreter.system().variables().indexOf(variable);
        Value now = step.after().get(position);
        if (error().isPresent() || !before.get(position).equals(now)) {
            return Optional.empty();
        }
        if (now instanceof Value.MapOf map && Names.indexed(action())) {
            Value self = step.arguments().getFirst();
            return Optional.of(new Change(variable, List.of(self), List.of(), map.get(self), map.get(self)));
        }
        return Optional.of(new Change(variable, List.of(), List.of(), now, now));
    }

    /** A change in words; a local of the acting task goes by its own name, and what it held before says nothing. */
    List<String> lines(Change change, int width) {
        if (!ownLocal(change.variable())) {
            return change.lines(width);
        }
        String name = change.variable().name().substring(unit(origin()).length() + 1);
        return List.of(name + change.path() + " = " + Names.value(change.variable(), bare(change)));
    }

    /** Lowering stores some locals as options; the designer's value is the one within. */
    private Value bare(Change change) {
        boolean wrapped = action().updates().stream()
                .filter(u -> u.variable().equals(change.variable()))
                .map(u -> taken(stored(u.value())))
                .anyMatch(e -> e instanceof Expr.Apply some
                        && some.op() == Op.SOME
                        && !some.span().known());
        return wrapped && change.after() instanceof Value.Some(Value value) ? value : change.after();
    }

    private boolean ownLocal(Variable variable) {
        return variable.role() == Variable.Role.LOCAL && variable.name().startsWith(unit(origin()) + ".");
    }

    private boolean tells(Change change) {
        return switch (change.variable().role()) {
            case PRIVATE, MEMORY, CHANNEL, PENDING, MASK, BUFFER, LIFE, OWNER -> true;
            case CONTROL -> !ownControl(change.variable()) && origin().kind() != Origin.Kind.DELIVERY;
            case LOCAL -> !leavesScope(change.variable());
            case BUDGET, HISTORY, ERROR -> false;
        };
    }

    /** The error that it ends in. */
    public Optional<ErrorSite> error() {
        return interpreter.stopped(step.after()) ? error(interpreter.system(), step.after()) : Optional.empty();
    }

    static Optional<ErrorSite> error(TransitionSystem system, State state) {
        return system.error().flatMap(e -> {
            Value value = state.get(system.variables().indexOf(e.variable()));
            int member = ((Value.EnumMember) value).ordinal();
            return member == 0 ? Optional.empty() : Optional.of(e.sites().get(member - 1));
        });
    }

    private boolean ownControl(Variable variable) {
        return variable.name().equals(control(origin()));
    }

    /** The name of the variable that holds where a task or handler is. */
    static String control(Origin origin) {
        return unit(origin) + ".at";
    }

    private static String unit(Origin origin) {
        return origin.actor() + "." + origin.unit();
    }

    /** Lowering gives a local its type's first value when it goes out of scope: a literal that no text holds. */
    private boolean leavesScope(Variable variable) {
        return action().updates().stream()
                .filter(u -> u.variable().equals(variable))
                .map(u -> taken(stored(u.value())))
                .allMatch(e -> e instanceof Expr.Literal && !e.span().known());
    }

    /** The branch of an {@code if} that this step takes. */
    private Expr taken(Expr expr) {
        if (!(expr instanceof Expr.If branch)) {
            return expr;
        }
        boolean holds = new Moment(0, interpreter.evaluator(before), locals()).is(branch.condition(), true);
        return taken(stored(holds ? branch.then() : branch.otherwise()));
    }

    /** How the test of an {@code if} or {@code while} came out, or which arm a {@code match} took. */
    private Optional<String> outcome() {
        if (error().isPresent()) {
            return Optional.empty();
        }
        return action().updates().stream()
                .filter(u -> ownControl(u.variable()))
                .map(u -> stored(u.value()))
                .filter(Expr.If.class::isInstance)
                .map(Expr.If.class::cast)
                .findFirst()
                .flatMap(branch -> {
                    Moment moment = new Moment(0, interpreter.evaluator(before), locals());
                    boolean two = stored(branch.then()) instanceof Expr.Literal
                            && stored(branch.otherwise()) instanceof Expr.Literal;
                    return two
                            ? moment.value(branch.condition()).map(Value::toString)
                            : moment.value(branch).map(v -> "at " + v);
                });
    }

    /** The value that an update stores, without the map around it. */
    private static Expr stored(Expr update) {
        return update instanceof Expr.Apply put && put.op() == Op.PUT && put.type() instanceof Type.MapOf
                ? stored(put.arg(2))
                : update;
    }

    private Environment locals() {
        Environment locals = Environment.EMPTY;
        for (int i = 0; i < step.arguments().size(); i++) {
            locals = locals.with(
                    action().parameters().get(i).name(), step.arguments().get(i));
        }
        for (Action.Binding let : action().lets()) {
            Environment outer = locals;
            locals = outer.withLazy(
                    let.name(), () -> interpreter.evaluator(before).value(let.value(), outer));
        }
        return locals;
    }
}
