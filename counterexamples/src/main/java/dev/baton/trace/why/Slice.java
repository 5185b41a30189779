package dev.baton.trace.why;

import dev.baton.model.expr.Variable;
import dev.baton.model.system.Action;
import dev.baton.trace.Change;
import dev.baton.trace.StateEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * The steps of a trace that led to what offends, found backwards from its end: who wrote what was read, what those
 * steps needed to be taken, and which branches kept others from writing it (a dynamic slice; Korel and Laski, 1988,
 * with the potential dependences of Gyimóthy and others, 1999). That a statement comes after another one is no reason
 * by itself.
 */
final class Slice {
    private final Course course;

    /** What is still to be explained; whether its value counts, or only that something happened. */
    private final Map<StateEntry, Boolean> wanted = new LinkedHashMap<>();

    private final NavigableMap<Integer, Link> links = new TreeMap<>();
    private final Set<StateEntry> entries = new LinkedHashSet<>();

    /**
     * Why a step is among them.
     *
     * @param value whether what it wrote became a part of the offending values
     * @param wrote what of its changes counts
     * @param from the entries that it made that of
     */
    record Link(boolean value, List<Change> wrote, Set<StateEntry> from) {}

    private Slice(Course course) {
        this.course = course;
    }

    static Slice of(Course course, Offence offence) {
        Slice slice = new Slice(course);
        int end = course.size();
        if (!offence.over().isEmpty()) {
            offence.over().forEach(e -> slice.want(e, true));
            end--;
            slice.back(end, true);
        }
        offence.read().forEach(e -> slice.want(e, true));
        offence.waited().forEach(e -> slice.want(e, false));
        for (int i = end - 1; i >= 0; i--) {
            slice.back(i, false);
        }
        return slice;
    }

    NavigableMap<Integer, Link> links() {
        return links;
    }

    Set<StateEntry> entries() {
        return entries;
    }

    private void want(StateEntry entry, boolean value) {
        entries.add(entry);
        wanted.merge(entry, value, Boolean::logicalOr);
    }

    private void back(int i, boolean last) {
        Access access = course.step(i);
        String control = Access.control(access.step().action());
        List<Change> hits = access.writes().stream()
                .filter(c -> wanted.keySet().stream().anyMatch(e -> Access.overlap(e, c)))
                .toList();
        boolean only = hits.stream().allMatch(c -> c.variable().name().equals(control) && !value(c));
        if (hits.isEmpty() || (only && !turns(access))) {
            branch(i, access);
            return;
        }
        boolean value = last || hits.stream().anyMatch(this::value);
        hits.forEach(c -> wanted.keySet().removeIf(e -> Access.covers(c, e)));
        Set<StateEntry> from = new LinkedHashSet<>();
        hits.stream()
                .map(Change::variable)
                .distinct()
                .forEach(v -> from.addAll(access.sources().getOrDefault(v, Set.of())));
        from.forEach(e -> want(e, value && e.variable().role() != Variable.Role.CONTROL));
        needs(access);
        links.put(i, new Link(value, hits, from));
    }

    private boolean value(Change change) {
        return wanted.entrySet().stream().anyMatch(e -> e.getValue() && Access.overlap(e.getKey(), change));
    }

    /** Whether it decided where its task went on, or had to wait for something that others changed. */
    private boolean turns(Access access) {
        return !access.branched().isEmpty() || access.asked().stream().anyMatch(this::varies);
    }

    private boolean varies(StateEntry entry) {
        return course.steps().stream().anyMatch(a -> a.changes(entry));
    }

    /** What a step needed, and where its own task had to be for that. */
    private void needs(Access access) {
        access.asked().stream().filter(this::varies).forEach(e -> want(e, false));
        access.branched().forEach(e -> want(e, false));
        access.writes().stream()
                .filter(c ->
                        c.variable().name().equals(Access.control(access.step().action())))
                .forEach(c -> want(
                        new StateEntry(
                                c.variable(),
                                course.interpreter().system().variables().indexOf(c.variable()),
                                c.keys()),
                        false));
    }

    /** A branch after which its task did not write what it else might have. */
    private void branch(int i, Access access) {
        boolean looks = access.branched().stream().anyMatch(e -> e.variable().role() != Variable.Role.CONTROL);
        if (looks && mightWrite(access.step().action())) {
            links.put(i, new Link(false, List.of(), access.branched()));
            needs(access);
        }
    }

    private boolean mightWrite(Action action) {
        List<Variable> others = new ArrayList<>();
        for (Action other : course.interpreter().system().actions()) {
            if (other.origin().actor().equals(action.origin().actor())
                    && other.origin().unit().equals(action.origin().unit())) {
                other.updates().forEach(u -> others.add(u.variable()));
            }
        }
        return wanted.entrySet().stream()
                .anyMatch(e -> e.getValue()
                        && e.getKey().variable().role() != Variable.Role.CONTROL
                        && others.contains(e.getKey().variable()));
    }
}
