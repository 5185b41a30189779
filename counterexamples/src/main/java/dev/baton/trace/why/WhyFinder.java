package dev.baton.trace.why;

import dev.baton.model.expr.Variable;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.Property;
import dev.baton.trace.Change;
import dev.baton.trace.Effort;
import dev.baton.trace.StateEntry;
import dev.baton.trace.Why;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds out where a counterexample comes from. */
public final class WhyFinder {
    /** So many links of the chain are told. */
    private static final int LINKS = 5;

    private final Course course;
    private final Effort effort;

    private WhyFinder(Course course, Effort effort) {
        this.course = course;
        this.effort = effort;
    }

    /**
     * @param trace a counterexample of the property; of a witness of a cover there is no why
     * @param effort for all of it; what it does not reach is left out
     */
    public static Why of(Interpreter interpreter, Property property, Trace trace, Effort effort) {
        if (property.kind() == Property.Kind.COVER || trace.steps().isEmpty()) {
            return Why.NOTHING;
        }
        return new WhyFinder(Course.of(interpreter, property, trace), effort).why();
    }

    private Why why() {
        Offence offence = Offence.of(course.interpreter(), course.property(), course.trace());
        Slice slice = Slice.of(course, offence);
        LostStep.Answer lost = LostStep.of(course, effort);
        OptionalInt at = lost instanceof LostStep.Answer.At(int step) ? OptionalInt.of(step) : OptionalInt.empty();
        Optional<Races.Found> race =
                Races.of(course, slice, at, effort).or(() -> NoOrder.of(course, slice, offence, at));

        List<String> story = new ArrayList<>();
        race.ifPresent(r -> story.add(r.sentence()));
        lost(lost, race).ifPresent(story::add);
        story.addAll(NeededFaults.sentences(course, effort));
        story.addAll(NeverTaken.sentences(course.interpreter(), course.trace()));

        Set<Integer> steps = new TreeSet<>(slice.links().keySet());
        race.ifPresent(r -> steps.addAll(List.of(r.race().first(), r.race().second())));
        at.ifPresent(steps::add);
        Chain chain = new Chain(slice);
        List<Why.Link> links = chain.links();
        steps.addAll(chain.overwritten);
        return new Why(
                List.copyOf(steps),
                List.copyOf(slice.entries()),
                links,
                at,
                race.map(Races.Found::race),
                story.stream().map(WhyFinder::sentence).toList());
    }

    private static String sentence(String text) {
        return Character.isLetter(text.charAt(0)) && !text.startsWith("`") && !Character.isUpperCase(text.charAt(0))
                ? Character.toUpperCase(text.charAt(0)) + text.substring(1)
                : text;
    }

    private Optional<String> lost(LostStep.Answer answer, Optional<Races.Found> race) {
        boolean live = course.property().kind().liveness();
        String kept = live ? "what is awaited could still come" : "the violation could still be avoided";
        return switch (answer) {
            case LostStep.Answer.At(int step) ->
                // that the last step does it goes without saying
                step == course.size() - 1 && race.isPresent()
                        ? Optional.empty()
                        : Optional.of((named(race, step) ? "step " + (step + 1) : course.words(step))
                                + " lost it: before it " + kept + ", after it nothing helps");
            case LostStep.Answer.FromTheFirst _ ->
                Optional.of(live ? "no fair behaviour brings what is awaited" : "no fair behaviour avoids it");
            case LostStep.Answer.Never _ -> Optional.of("even at the end " + kept);
            case LostStep.Answer.Unknown _ -> Optional.empty();
        };
    }

    private static boolean named(Optional<Races.Found> race, int step) {
        return race.filter(r -> r.race().first() == step || r.race().second() == step)
                .isPresent();
    }

    /** The links through which values came, the last first. */
    private final class Chain {
        private final Slice slice;
        private final Set<Integer> overwritten = new LinkedHashSet<>();

        Chain(Slice slice) {
            this.slice = slice;
        }

        List<Why.Link> links() {
            List<Why.Link> links = new ArrayList<>();
            for (Map.Entry<Integer, Slice.Link> entry :
                    slice.links().descendingMap().entrySet()) {
                List<Change> wrote = entry.getValue().wrote().stream()
                        .filter(c -> telling(c.variable()))
                        .toList();
                if (entry.getValue().value() && !wrote.isEmpty() && links.size() < LINKS) {
                    links.add(new Why.Link(
                            entry.getKey(),
                            text(entry.getKey(), wrote, entry.getValue().from())));
                }
            }
            return links;
        }

        private boolean telling(Variable variable) {
            return switch (variable.role()) {
                case PRIVATE, MEMORY, LOCAL, CHANNEL, LIFE, OWNER -> true;
                case CONTROL, PENDING, MASK, BUFFER, BUDGET, HISTORY, ERROR -> false;
            };
        }

        private String text(int step, List<Change> wrote, Set<StateEntry> from) {
            String what = wrote.stream().map(Change::name).distinct().collect(Collectors.joining(", "));
            List<String> sources = new ArrayList<>();
            for (StateEntry entry : from) {
                OptionalInt writer = course.writer(entry, step);
                writer.ifPresent(w -> sources.add(entry.name() + " (" + (w + 1) + ")"));
            }
            String made = sources.isEmpty() ? "" : "from " + String.join(", ", sources);
            return what + (made.isEmpty() ? "" : " " + made) + over(step, wrote);
        }

        /** That a value was lost which nobody had seen. */
        private String over(int step, List<Change> wrote) {
            for (Change change : wrote) {
                OptionalInt before = course.writer(
                        new StateEntry(
                                change.variable(),
                                course.interpreter().system().variables().indexOf(change.variable()),
                                change.keys()),
                        step);
                if (change.variable().role() == Variable.Role.MEMORY
                        && before.isPresent()
                        && course.unread(change, before.getAsInt(), step)) {
                    overwritten.add(before.getAsInt());
                    return ", over what step " + (before.getAsInt() + 1) + " wrote, which nobody had read";
                }
            }
            return "";
        }
    }
}
