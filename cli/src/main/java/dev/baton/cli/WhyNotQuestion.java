package dev.baton.cli;

import dev.baton.cli.check.UsageException;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.source.Spelling;
import dev.baton.model.system.Action;
import dev.baton.model.system.TransitionSystem;
import dev.baton.trace.ActionWords;
import dev.baton.trace.why.WhyNot;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code --why-not} asks: {@code send(self=Sender(0))@5}, {@code Sender.send@5}, {@code Sender(0).send}.
 *
 * @param action an action's name, or who takes it as traces tell that
 * @param values of some of its parameters, as written
 * @param step after which; empty: at the trace's end
 */
record WhyNotQuestion(String asked, String action, List<Setting> values, Optional<String> step) {
    private static final Pattern QUESTION = Pattern.compile("(?<what>.+?)(?:@(?<step>[^@()]*))?");
    private static final Pattern BOUND = Pattern.compile("(?<name>[^()]+)\\((?<values>.*=.*)\\)");
    private static final Pattern STEP = Pattern.compile("\\d{1,9}");

    /** How many names of actions an error lists. */
    private static final int LISTED = 12;

    record Setting(String parameter, String value) {}

    /** What is wrong with it shows when it is asked of a trace. */
    static WhyNotQuestion parse(String asked) {
        Matcher question = QUESTION.matcher(asked.strip());
        if (!question.matches()) {
            throw new UsageException("`--why-not` takes an action and a step, as `send(self=Sender(0))@5`");
        }
        Optional<String> step = Optional.ofNullable(question.group("step"));
        String what = question.group("what").strip();
        Matcher bound = BOUND.matcher(what);
        return bound.matches()
                ? new WhyNotQuestion(asked, bound.group("name").strip(), settings(bound.group("values")), step)
                : new WhyNotQuestion(asked, what, List.of(), step);
    }

    /** Commas within brackets are a value's own. */
    private static List<Setting> settings(String text) {
        List<Setting> settings = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? ',' : text.charAt(i);
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            if (c == ',' && (depth == 0 || i == text.length())) {
                String[] parts = text.substring(from, i).split("=", 2);
                settings.add(new Setting(parts[0].strip(), parts.length < 2 ? "" : parts[1].strip()));
                from = i + 1;
            }
        }
        return List.copyOf(settings);
    }

    /**
     * The state that is asked about, by number.
     *
     * @throws UsageException if the trace has no such
     */
    int state(Trace trace) {
        int last = trace.steps().size();
        if (step.isEmpty()) {
            return last;
        }
        if (!STEP.matcher(step.get()).matches() || Integer.parseInt(step.get()) > last) {
            throw new UsageException("`--why-not " + asked + "`: `" + step.get() + "` is no step of the trace; "
                    + (last == 0 ? "it has none, and 0 is" : "there are 1 to " + last + ", and 0 is")
                    + " the first state");
        }
        return Integer.parseInt(step.get());
    }

    /**
     * The instances that are asked about, with whether they can be taken.
     *
     * @throws UsageException if there are no such
     */
    List<WhyNot> answers(Interpreter interpreter, State state) {
        TransitionSystem system = interpreter.system();
        Optional<Action> named =
                system.actions().stream().filter(a -> a.name().equals(action)).findFirst();
        return named.isPresent() ? ofAction(interpreter, state, named.get()) : ofUnit(interpreter, state);
    }

    private List<WhyNot> ofAction(Interpreter interpreter, State state, Action named) {
        List<String> parameters = named.parameters().stream().map(p -> p.name()).toList();
        for (Setting setting : values) {
            if (!parameters.contains(setting.parameter)) {
                throw new UsageException("`--why-not " + asked + "`: `" + named.name() + "` has no parameter `"
                        + setting.parameter + "`; "
                        + (parameters.isEmpty() ? "it has none" : "it has `" + String.join("`, `", parameters) + "`"));
            }
        }
        List<WhyNot> all = WhyNot.of(interpreter, state, named);
        List<WhyNot> chosen = all.stream().filter(w -> fits(w, parameters)).toList();
        if (chosen.isEmpty()) {
            List<String> ids = all.stream().map(WhyNot::id).toList();
            throw new UsageException(
                    "`--why-not " + asked + "`: there is no such instance in that state; there is " + listed(ids));
        }
        return chosen;
    }

    /** Where a parameter has nothing to choose from, those before it count. */
    private boolean fits(WhyNot instance, List<String> parameters) {
        return values.stream().allMatch(setting -> {
            int at = parameters.indexOf(setting.parameter);
            return at >= instance.arguments().size()
                    || instance.arguments().get(at).toString().equals(setting.value);
        });
    }

    /** Of a task or handler what comes next for it, if that can be told. */
    private List<WhyNot> ofUnit(Interpreter interpreter, State state) {
        List<WhyNot> all = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (Action each : interpreter.system().actions()) {
            String unit = ActionWords.of(interpreter.system(), each).who();
            names.add(each.name());
            names.add(unit);
            for (WhyNot instance : WhyNot.of(interpreter, state, each)) {
                names.add(instance.who());
                if (values.isEmpty() && (unit.equals(action) || instance.who().equals(action))) {
                    all.add(instance);
                }
            }
        }
        if (all.isEmpty()) {
            throw new UsageException("`--why-not " + asked + "`: there is no action `" + action + "`"
                    + Spelling.nearest(action, names)
                            .map(name -> "; did you mean `" + name + "`?")
                            .orElseGet(() -> "; there is "
                                    + listed(interpreter.system().actions().stream()
                                            .map(Action::name)
                                            .toList())));
        }
        List<WhyNot> next = all.stream().filter(WhyNot::next).toList();
        return next.isEmpty() ? all : next;
    }

    private static String listed(List<String> names) {
        return "`" + String.join("`, `", names.subList(0, Math.min(LISTED, names.size())))
                + (names.size() > LISTED ? "`, …" : "`");
    }
}
