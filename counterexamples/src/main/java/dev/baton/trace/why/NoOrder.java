package dev.baton.trace.why;

import dev.baton.model.expr.Variable;
import dev.baton.model.system.Origin;
import dev.baton.trace.Change;
import dev.baton.trace.StateEntry;
import dev.baton.trace.Why.Race;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is missing where no order of two steps is to blame: the step that lost the property does not look at what
 * another kernel had done, or was about to do, to the entries that offend.
 */
final class NoOrder {
    private NoOrder() {}

    static Optional<Races.Found> of(Course course, Slice slice, Offence offence, OptionalInt lost) {
        if (lost.isEmpty()) {
            return Optional.empty();
        }
        int step = lost.getAsInt();
        boolean fault = course.trace().steps().get(step).action().origin().kind() == Origin.Kind.FAULT;
        if (fault || course.property().kind().liveness()) {
            return Optional.empty();
        }
        return behind(course, offence, step)
                .or(() -> ahead(course, slice, offence, step))
                .or(() -> trigger(course, slice, offence));
    }

    /** Another had written what offends before, and the step did not look. */
    private static Optional<Races.Found> behind(Course course, Offence offence, int step) {
        for (int i = step - 1; i >= 0; i--) {
            if (course.kernel(i).equals(course.kernel(step))) {
                continue;
            }
            for (Change change : offending(course, offence, i)) {
                boolean looked = course.step(step).reads().stream().anyMatch(r -> Access.overlap(r, change));
                if (!looked && settled(course, change, i)) {
                    return Optional.of(new Races.Found(
                            new Race(i, step, change.name()),
                            course.words(step) + " does not look at " + change.name() + ", which " + course.words(i)
                                    + " had written: a guard is missing"));
                }
            }
        }
        return Optional.empty();
    }

    /** What it wrote is still so when the trace ends, or when the last step breaks it. */
    private static boolean settled(Course course, Change change, int writer) {
        for (int i = writer + 1; i < course.size() - 1; i++) {
            if (course.step(i).writes().stream()
                    .anyMatch(c ->
                            c.variable().equals(change.variable()) && c.keys().equals(change.keys()))) {
                return false;
            }
        }
        return true;
    }

    /** Another is to write what offends, whatever the step does. */
    private static Optional<Races.Found> ahead(Course course, Slice slice, Offence offence, int step) {
        for (int i = step + 1; i < course.size(); i++) {
            if (course.kernel(i).equals(course.kernel(step))
                    || !slice.links().containsKey(i)
                    || offending(course, offence, i).isEmpty()
                    || follows(course, step, i)) {
                continue;
            }
            List<Change> mine = offending(course, offence, step);
            if (mine.isEmpty()) {
                continue;
            }
            List<Change> theirs = offending(course, offence, i);
            return Optional.of(new Races.Found(
                    new Race(step, i, theirs.getFirst().name()),
                    "nothing keeps " + course.words(step) + " and " + course.words(i)
                            + " apart: neither looks at what the other writes (" + names(mine) + "; " + names(theirs)
                            + ")" + onTheWay(course, step, i)));
        }
        return Optional.empty();
    }

    /** The last step wrote over what offends, and who made it do so did not look. */
    private static Optional<Races.Found> trigger(Course course, Slice slice, Offence offence) {
        int last = course.size() - 1;
        if (offence.over().isEmpty()) {
            return Optional.empty();
        }
        for (int i : slice.links().descendingKeySet()) {
            if (course.kernel(i).equals(course.kernel(last))) {
                continue;
            }
            for (Change change : offending(course, offence, last)) {
                if (course.step(i).reads().stream().noneMatch(r -> Access.overlap(r, change))) {
                    return Optional.of(new Races.Found(
                            new Race(i, last, change.name()),
                            course.words(last) + " wrote over " + change.name() + " because of " + course.words(i)
                                    + ", which does not look at it: a guard is missing"));
                }
            }
        }
        return Optional.empty();
    }

    private static String names(List<Change> changes) {
        return changes.stream().map(Change::name).distinct().collect(Collectors.joining(", "));
    }

    private static List<Change> offending(Course course, Offence offence, int i) {
        Set<StateEntry> all = new LinkedHashSet<>(offence.read());
        all.addAll(offence.over());
        return course.step(i).writes().stream()
                .filter(c -> c.variable().role() != Variable.Role.CONTROL)
                .filter(c -> all.stream().anyMatch(e -> Access.overlap(e, c)))
                .toList();
    }

    /** Whether a later step looks at anything that an earlier one had a hand in. */
    private static boolean follows(Course course, int first, int second) {
        List<Change> touched = new ArrayList<>(course.step(first).writes());
        for (int i = first + 1; i <= second; i++) {
            Access access = course.step(i);
            boolean depends = course.thread(i).equals(course.thread(first))
                    || access.reads().stream().anyMatch(r -> touched.stream().anyMatch(t -> Access.overlap(r, t)));
            if (depends) {
                if (i == second) {
                    return true;
                }
                touched.addAll(access.writes());
            }
        }
        return false;
    }

    /** What was sent before the step and is received by the other. */
    private static String onTheWay(Course course, int step, int receiver) {
        for (StateEntry entry : course.step(receiver).reads()) {
            boolean way = switch (entry.variable().role()) {
                case CHANNEL, PENDING -> true;
                case PRIVATE, MEMORY, LOCAL, CONTROL, MASK, BUFFER, LIFE, OWNER, BUDGET, HISTORY, ERROR -> false;
            };
            OptionalInt sent = course.writer(entry, receiver);
            if (way && sent.isPresent() && sent.getAsInt() < step) {
                return "; what step " + (sent.getAsInt() + 1) + " had sent was still on its way";
            }
        }
        return "";
    }
}
