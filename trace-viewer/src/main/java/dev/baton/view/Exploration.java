package dev.baton.view;

import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.source.SourceFile;
import dev.baton.model.source.Spelling;
import dev.baton.model.system.Action;
import dev.baton.model.system.Origin;
import dev.baton.trace.StepFacts;
import dev.baton.trace.StepId;
import dev.baton.trace.why.WhyNot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The behaviours of a protocol, step by step as somebody chooses them. May be asked by several threads at once. The
 * steps of the last behaviour are kept, so that one more step costs one step.
 */
public final class Exploration {
    /** Longer behaviours are refused. */
    public static final int LONGEST = 20_000;

    private final Subject subject;
    private final Interpreter interpreter;
    private final Commentator commentator;
    private final Lanes lanes;
    private final Map<String, Action> actions = new LinkedHashMap<>();
    private final List<String> ids = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();

    public Exploration(Subject subject, Commentator commentator) {
        this.subject = subject;
        this.interpreter = new Interpreter(subject.system());
        this.commentator = commentator;
        this.lanes = new Lanes(subject.protocol(), interpreter);
        subject.system().actions().forEach(a -> actions.put(a.name(), a));
    }

    public Subject subject() {
        return subject;
    }

    Map<String, Action> actions() {
        return actions;
    }

    /**
     * The behaviour that takes certain steps from the first state on.
     *
     * @param path see {@link StepId}
     * @throws NoSuchStepException if one of them can't be taken
     */
    public synchronized Trace follow(List<String> path) throws NoSuchStepException {
        if (path.size() > LONGEST) {
            throw new NoSuchStepException("at most " + LONGEST + " steps are followed, not " + path.size());
        }
        int common = 0;
        while (common < Math.min(ids.size(), path.size()) && ids.get(common).equals(path.get(common))) {
            common++;
        }
        ids.subList(common, ids.size()).clear();
        steps.subList(common, steps.size()).clear();
        for (String id : path.subList(common, path.size())) {
            steps.add(step(
                    steps.isEmpty() ? interpreter.initial() : steps.getLast().after(), id));
            ids.add(id);
        }
        return new Trace(interpreter.initial(), steps, OptionalInt.empty());
    }

    private Step step(State from, String id) throws NoSuchStepException {
        Action action = actions.get(StepId.action(id));
        if (action != null) {
            for (Step step : interpreter.successors(from, action)) {
                if (StepId.of(step).equals(id)) {
                    return step;
                }
            }
        }
        String where = steps.isEmpty() ? "in the first state" : "after step " + steps.size();
        if (action == null) {
            throw new NoSuchStepException("there is no action `" + StepId.action(id) + "`"
                    + Spelling.nearest(StepId.action(id), actions.keySet())
                            .map(n -> "; did you mean `" + n + "`?")
                            .orElse(""));
        }
        List<String> enabled =
                interpreter.successors(from).stream().map(StepId::of).toList();
        throw new NoSuchStepException("`" + id + "` can't be taken " + where + "; "
                + (enabled.isEmpty()
                        ? "nothing can"
                        : "there is `" + String.join("`, `", enabled.subList(0, Math.min(8, enabled.size())))
                                + (enabled.size() > 8 ? "`, …" : "`")));
    }

    /** The texts that views of its behaviours number. */
    List<SourceFile> sources() {
        return ViewBuilder.sources(subject.system());
    }

    /** A view of a behaviour of this protocol. */
    public View view(Trace trace) {
        return ViewBuilder.view(subject, trace, commentator);
    }

    /** What can be done next. */
    public List<Choice> choices(Trace trace) {
        List<Choice> choices = new ArrayList<>();
        for (Step step : interpreter.successors(trace.last())) {
            StepFacts facts = new StepFacts(interpreter, trace.last(), step);
            Origin origin = facts.origin();
            choices.add(new Choice(
                    StepId.of(step),
                    facts.who(),
                    facts.what(),
                    lanes.of(facts),
                    origin.kind().name().toLowerCase(Locale.ROOT),
                    origin.span(),
                    origin.kind() == Origin.Kind.FAULT));
        }
        return choices;
    }

    /**
     * Why an action can't be taken where a behaviour ends, for each choice of its parameters.
     *
     * @throws NoSuchStepException if there is no such action
     */
    public List<WhyNot> whyNot(Trace trace, String action) throws NoSuchStepException {
        Action asked = actions.get(StepId.action(action));
        if (asked == null) {
            throw new NoSuchStepException("there is no action `" + action + "`");
        }
        return WhyNot.of(interpreter, trace.last(), asked).stream()
                .filter(i -> !action.contains("(") || i.id().equals(action))
                .toList();
    }

    /** The command line that comes to where a path ends. */
    public String command(List<String> path) {
        StringBuilder command = new StringBuilder("baton explore ").append(quoted(subject.file()));
        subject.check().ifPresent(c -> command.append(" --check ").append(quoted(c.name())));
        subject.overrides()
                .forEach((name, value) ->
                        command.append(" --param ").append(name).append('=').append(value));
        subject.property().ifPresent(p -> command.append(" --property ").append(p.name()));
        path.forEach(id -> command.append(" --step ").append(quoted(id)));
        return command.toString();
    }

    /** For a POSIX shell. */
    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./=,:+@%-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
