package dev.baton.trace.format;

import dev.baton.model.expr.Binder;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.source.Code;
import dev.baton.model.source.Diagnostic;
import dev.baton.model.source.Spelling;
import dev.baton.model.system.Action;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.value.Value;
import dev.baton.trace.StateEntry;
import dev.baton.trace.StepWords;
import dev.baton.trace.format.WrittenTrace.Label;
import dev.baton.trace.format.WrittenTrace.Loop;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The states of a written trace as a behaviour of the system: each step is taken by the interpreter. Where the trace
 * names the step, it is that one; else it is the first, in the interpreter's order, that leads to the next state. A
 * state that follows itself without a name for the step is left out: nothing happened.
 */
final class Replaying {
    private final WrittenTrace written;
    private final StateDialect dialect;
    private final TransitionSystem system;
    private final Interpreter interpreter;
    private final List<State> states;
    private final List<Step> steps = new ArrayList<>();

    Replaying(WrittenTrace written, StateDialect dialect, TransitionSystem system, List<State> states) {
        this.written = written;
        this.dialect = dialect;
        this.system = system;
        this.interpreter = new Interpreter(system);
        this.states = List.copyOf(states);
    }

    /** @throws Malformed if it is no behaviour */
    Trace trace() {
        begin();
        int loop = written.loop().map(Loop::state).orElse(-1);
        int stem = 0;
        for (int i = 1; i < states.size(); i++) {
            Json at = written.states().get(i).at();
            take(i - 1, i, at, written.states().get(i).label());
            if (i == loop) {
                stem = steps.size();
            }
        }
        if (written.loop().isEmpty()) {
            return new Trace(states.getFirst(), steps, OptionalInt.empty());
        }
        int last = states.size() - 1;
        if (loop < last && !states.get(loop).equals(states.get(last))) {
            take(last, loop, written.loop().get().at(), written.loop().get().label());
        }
        return new Trace(states.getFirst(), steps, OptionalInt.of(stem));
    }

    private void begin() {
        State first = interpreter.initial();
        State given = states.getFirst();
        for (StateEntry entry : StateEntry.varying(system, List.of(first, given))) {
            throw new Malformed(Diagnostic.of(
                            Code.B1108,
                            written.span(variable(0, entry)),
                            entry.name(),
                            shown(entry.value(given)),
                            shown(entry.value(first)),
                            system.name())
                    .withHelp(
                            "a trace begins in the first state; is this the right check, with the right parameters?"));
        }
    }

    private Json variable(int state, StateEntry entry) {
        Json at = written.states().get(state).at();
        return Optional.ofNullable(written.states().get(state).values().get(dialect.variable(entry.variable())))
                .orElse(at);
    }

    private void take(int from, int to, Json at, Optional<Label> label) {
        State before = states.get(from);
        State after = states.get(to);
        Optional<Action> action = label.flatMap(this::named);
        if (action.isPresent()) {
            List<Step> possible = interpreter.successors(before, action.get()).stream()
                    .filter(step -> chosen(step, label.get(), from))
                    .toList();
            Optional<Step> step = leadingTo(after, possible);
            if (step.isPresent()) {
                steps.add(step.get());
                return;
            }
            if (strict(label.get())) {
                throw possible.isEmpty() ? disabled(from, to, label.get()) : astray(from, to, label.get(), possible);
            }
        }
        if (before.equals(after)) {
            return;
        }
        List<Step> possible = interpreter.successors(before);
        steps.add(leadingTo(after, possible).orElseThrow(() -> unreachable(from, to, at, possible)));
    }

    private static Optional<Step> leadingTo(State after, List<Step> steps) {
        return steps.stream().filter(step -> step.after().equals(after)).findFirst();
    }

    /** Others name steps by what is around them, or not at all: then the name is a hint. */
    private boolean strict(Label label) {
        return written.baton() || !label.picks().isEmpty();
    }

    private Optional<Action> named(Label label) {
        Optional<Action> action = dialect.action(label.action());
        if (action.isEmpty() && written.baton()) {
            String name = Legible.quoted(label.action(), 60);
            throw new Malformed(Diagnostic.of(
                            Code.B1110, written.span(label.at()), name, "which `" + system.name() + "` does not have")
                    .withHelp(Spelling.nearest(
                                    name,
                                    system.actions().stream().map(Action::name).toList())
                            .map(near -> "did you mean `" + near + "`?")
                            .orElse("is this the protocol that the trace is of, and its right check?")));
        }
        return action;
    }

    private boolean chosen(Step step, Label label, int from) {
        List<Binder> binders = step.action().parameters();
        for (int i = 0; i < binders.size(); i++) {
            Value taken = step.arguments().get(i);
            Json pick = label.picks().get(binders.get(i).name());
            if (pick != null && !taken.equals(value(binders.get(i), pick, from))) {
                return false;
            }
            if (label.words().get(binders.get(i).name()) instanceof Json.Text(int _, String word)
                    && !word.equals(taken.toString())) {
                return false;
            }
        }
        return true;
    }

    private Value value(Binder binder, Json pick, int from) {
        try {
            return dialect.value(binder.type(), pick);
        } catch (ValueMismatch mismatch) {
            throw new Malformed(Diagnostic.of(
                            Code.B1107,
                            written.span(mismatch.at()),
                            Integer.toString(from + 1),
                            binder.name(),
                            Malformed.described(mismatch.at()),
                            Legible.quoted(mismatch.expected(), 200),
                            mismatch.at().offset() == pick.offset() ? "can't be" : "can't have in it")
                    .withHelp("it is what the step that leads to this state chose"));
        }
    }

    private Malformed disabled(int from, int to, Label label) {
        return new Malformed(Diagnostic.of(
                        Code.B1110,
                        written.span(label.at()),
                        Legible.quoted(label.action(), 60),
                        "which can't be taken so in state " + from)
                .withHelp("step " + to + " of the trace; " + instead(from)));
    }

    private String instead(int from) {
        List<Step> possible = interpreter.successors(states.get(from));
        return possible.isEmpty()
                ? "nothing can happen in that state"
                : "what can happen there: "
                        + Legible.quoted(
                                String.join(
                                        ", ",
                                        possible.stream()
                                                .map(step ->
                                                        "`" + StepWords.of(interpreter, states.get(from), step) + "`")
                                                .distinct()
                                                .limit(4)
                                                .toList()),
                                300);
    }

    private Malformed astray(int from, int to, Label label, List<Step> possible) {
        Step nearest = nearest(states.get(to), possible);
        return new Malformed(Diagnostic.of(
                        Code.B1110,
                        written.span(label.at()),
                        Legible.quoted(label.action(), 60),
                        "which leads from state " + from + " to another one than state " + to)
                .withHelp(differences(nearest.after(), states.get(to))));
    }

    private Malformed unreachable(int from, int to, Json at, List<Step> possible) {
        Diagnostic said = Diagnostic.of(Code.B1109, written.span(at), Integer.toString(from), Integer.toString(to));
        if (possible.isEmpty()) {
            return new Malformed(said.withHelp("nothing can happen in state " + from));
        }
        Step nearest = nearest(states.get(to), possible);
        String words = Legible.quoted(StepWords.of(interpreter, states.get(from), nearest), 120);
        return new Malformed(said.withHelp(
                "the nearest is `" + words + "`, after which " + differences(nearest.after(), states.get(to))));
    }

    /** The step whose state has fewest entries that are not as in the other. */
    private Step nearest(State state, List<Step> possible) {
        return possible.stream()
                .min(Comparator.comparingInt(step ->
                        StateEntry.varying(system, List.of(step.after(), state)).size()))
                .orElseThrow();
    }

    private String differences(State right, State given) {
        List<StateEntry> entries = StateEntry.varying(system, List.of(right, given));
        String first = entries.stream()
                .limit(2)
                .map(e -> "`" + e.name() + "` is " + shown(e.value(right)) + ", not " + shown(e.value(given)))
                .reduce((a, b) -> a + ", and " + b)
                .orElse("");
        return entries.size() > 2 ? first + ", and so on" : first;
    }

    private static String shown(String value) {
        return Legible.quoted(value, 80);
    }
}
