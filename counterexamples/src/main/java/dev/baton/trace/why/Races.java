package dev.baton.trace.why;

import dev.baton.model.expr.Variable;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import dev.baton.model.system.Origin;
import dev.baton.model.value.Value;
import dev.baton.trace.Change;
import dev.baton.trace.Effort;
import dev.baton.trace.StateEntry;
import dev.baton.trace.Why.Race;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * The two steps of different threads that touch the same entry, at least one of them to change it, whose order made the
 * difference: the other order is possible too, and does not lead to the violation in as many steps. Of several pairs
 * the one that tells most.
 */
final class Races {
    /** So many pairs are tried in the other order. */
    private static final int TRIED = 12;

    private final Course course;
    private final Slice slice;
    private final OptionalInt lost;
    private final Effort effort;

    private Races(Course course, Slice slice, OptionalInt lost, Effort effort) {
        this.course = course;
        this.slice = slice;
        this.lost = lost;
        this.effort = effort;
    }

    /** What was found, in a sentence. */
    record Found(Race race, String sentence) {}

    /**
     * @param coming what the first looked at too early, where that is still to come when the trace ends
     * @param waits whether the one waits in a store buffer: there is nothing to try in another order
     */
    private record Pair(
            int first, int second, String entry, int weight, boolean waits, Optional<Coming> coming, String sentence) {
        boolean told(Course course, Effort effort) {
            return waits
                    || coming.map(c -> Swap.of(course, first, c, effort))
                                    .orElseGet(() -> Swap.of(course, first, second, effort))
                            == Swap.Answer.AVOIDS;
        }
    }

    static Optional<Found> of(Course course, Slice slice, OptionalInt lost, Effort effort) {
        return new Races(course, slice, lost, effort).best();
    }

    private Optional<Found> best() {
        List<Pair> pairs = new ArrayList<>();
        for (int reader : slice.links().keySet()) {
            waiting(reader, pairs);
            coming(reader, pairs);
            for (int other = 0; other < course.size(); other++) {
                if (!course.thread(other).equals(course.thread(reader))) {
                    conflicts(reader, other, pairs);
                }
            }
        }
        pairs.sort(Comparator.comparingInt((Pair p) -> -p.weight)
                .thenComparingInt(p -> -p.second)
                .thenComparingInt(p -> -p.first));
        int tried = 0;
        Set<String> known = new TreeSet<>();
        for (Pair pair : pairs) {
            if (known.add(pair.first + " " + pair.second + " "
                    + pair.coming.map(c -> c.steps().size()).orElse(0))) {
                if (tried++ == TRIED) {
                    break;
                }
                if (pair.told(course, effort)) {
                    return Optional.of(new Found(new Race(pair.first, pair.second, pair.entry), pair.sentence));
                }
            }
        }
        return Optional.empty();
    }

    /** Of a store that waits in a buffer while another reads what it is for. */
    private static final int WAITS = 1_000;

    private void conflicts(int reader, int other, List<Pair> into) {
        Access reads = course.step(reader);
        for (StateEntry entry : reads.reads()) {
            for (Change change : course.step(other).writes()) {
                if (Access.overlap(entry, change) && weight(change) > 0) {
                    into.add(other < reader ? tooLate(reader, other, change) : tooEarly(reader, other, change));
                }
            }
        }
    }

    private Pair tooEarly(int reader, int writer, Change change) {
        boolean value = value(reader, change);
        String sentence = course.words(reader) + " looked at " + change.name() + " before " + course.words(writer)
                + " wrote it" + (value ? ", and went on with what was stale" : "");
        return new Pair(
                reader,
                writer,
                change.name(),
                weight(reader, writer, change) + early(reader, value),
                false,
                Optional.empty(),
                sentence);
    }

    private Pair tooLate(int reader, int writer, Change change) {
        OptionalInt before = over(writer, change);
        boolean lostUpdate = before.isPresent() && course.unread(change, before.getAsInt(), writer);
        String sentence = course.words(writer) + " wrote " + change.name()
                + (lostUpdate ? " over what step " + (before.getAsInt() + 1) + " had written," : "") + " before "
                + course.words(reader) + " looked at it";
        int more = lostUpdate && value(reader, change) ? 6 : lostUpdate ? 2 : 0;
        return new Pair(
                writer,
                reader,
                change.name(),
                weight(reader, writer, change) + more,
                false,
                Optional.empty(),
                sentence);
    }

    private OptionalInt over(int writer, Change change) {
        StateEntry entry = new StateEntry(
                change.variable(), course.interpreter().system().variables().indexOf(change.variable()), change.keys());
        return course.writer(entry, writer);
    }

    /** Whether what a step looked at became a part of what offends. */
    private boolean value(int step, Change change) {
        Slice.Link link = slice.links().get(step);
        return link != null && link.value() && link.from().stream().anyMatch(e -> Access.overlap(e, change));
    }

    /** To have gone on with what is stale tells most; then to have left out what else would have been done. */
    private int early(int reader, boolean value) {
        Slice.Link link = slice.links().get(reader);
        boolean omits = link != null && link.wrote().isEmpty();
        return value ? 16 : omits ? 12 : 3;
    }

    /** What a step looked at too early: another thread was about to write it, and never did. */
    private void coming(int reader, List<Pair> into) {
        if (course.property().kind().liveness()) {
            return;
        }
        State before = course.trace().state(reader);
        for (Step next : course.interpreter().successors(before)) {
            int own = last(next, reader);
            if (own < 0 || taken(next, reader)) {
                continue;
            }
            for (Coming coming : Coming.of(course.interpreter(), before, next, effort)) {
                coming(reader, own, coming, into);
            }
        }
    }

    private void coming(int reader, int own, Coming coming, List<Pair> into) {
        for (Change change : coming.changes()) {
            if (isReset(change, coming)) {
                continue;
            }
            if (course.step(reader).reads().stream().anyMatch(e -> Access.overlap(e, change))) {
                boolean value = value(reader, change);
                into.add(new Pair(
                        reader,
                        own,
                        change.name(),
                        weight(reader, own, change)
                                + early(reader, value)
                                - coming.steps().size()
                                + 1,
                        false,
                        Optional.of(coming),
                        course.words(reader) + " looked at " + change.name() + " before "
                                + course.words(coming.before(), coming.last())
                                + " wrote it, which was to come after step " + (own + 1)
                                + (value ? ", and went on with what was stale" : "")));
            }
        }
    }

    /** Whether a variable only takes its first value again, since its kernel halts. */
    private static boolean isReset(Change change, Coming coming) {
        return change.variable().role() == Variable.Role.PRIVATE
                && coming.changes().stream().anyMatch(c -> c.variable().role() == Variable.Role.LIFE);
    }

    /** The last step of the same thread before; -1 if it is the reader's own, or has not begun. */
    private int last(Step next, int reader) {
        String thread = Course.thread(next);
        if (thread.equals(course.thread(reader)) || next.action().origin().kind() == Origin.Kind.FAULT) {
            return -1;
        }
        for (int i = reader - 1; i >= 0; i--) {
            if (course.thread(i).equals(thread)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the trace takes it later on. */
    private boolean taken(Step next, int reader) {
        for (int i = reader + 1; i < course.size(); i++) {
            if (course.thread(i).equals(Course.thread(next))) {
                return true;
            }
        }
        return false;
    }

    private int weight(int a, int b, Change change) {
        int weight = weight(change);
        if (lost.isPresent() && (lost.getAsInt() == a || lost.getAsInt() == b)) {
            weight += 8;
        }
        return weight + (slice.links().containsKey(b) ? 1 : 0);
    }

    private static int weight(Change change) {
        return switch (change.variable().role()) {
            case MEMORY -> 4;
            case PRIVATE, CHANNEL, OWNER -> 2;
            case LOCAL, PENDING, MASK, CONTROL, BUFFER, LIFE, BUDGET, HISTORY, ERROR -> 0;
        };
    }

    /** Stores to what a step reads that wait in the buffers of others meanwhile. */
    private void waiting(int reader, List<Pair> into) {
        State state = course.trace().state(reader);
        List<Variable> variables = course.interpreter().system().variables();
        for (int v = 0; v < variables.size(); v++) {
            if (variables.get(v).role() != Variable.Role.BUFFER) {
                continue;
            }
            Variable buffer = variables.get(v);
            for (int storer = 0; storer < reader; storer++) {
                if (!course.kernel(storer).equals(course.kernel(reader))) {
                    waiting(reader, storer, buffer, state.get(v), into);
                }
            }
        }
    }

    private void waiting(int reader, int storer, Variable buffer, Value now, List<Pair> into) {
        for (Change change : course.step(storer).writes()) {
            if (!change.variable().equals(buffer)
                    || !(within(now, change.keys()) instanceof Value.Seq(List<Value> held))) {
                continue;
            }
            if (!(change.after() instanceof Value.Seq(List<Value> after))
                    || after.isEmpty()
                    || !held.contains(after.getLast())) {
                continue;
            }
            if (after.getLast() instanceof Value.Struct store) {
                for (StateEntry entry : course.step(reader).reads()) {
                    List<Value> keys = store.fields().subList(0, store.fields().size() - 1);
                    boolean same = entry.variable()
                                    .name()
                                    .replace('.', '_')
                                    .equals(store.type().name())
                            && keys.equals(entry.keys());
                    if (same) {
                        int last = lost.isPresent() && lost.getAsInt() == reader ? 1 : 0;
                        into.add(new Pair(
                                storer,
                                reader,
                                entry.name(),
                                WAITS + last,
                                true,
                                Optional.empty(),
                                course.words(reader) + " looked at " + entry.name() + " while what "
                                        + course.words(storer) + " stored still waited in its buffer"));
                    }
                }
            }
        }
    }

    private static Value within(Value value, List<Value> keys) {
        Value at = value;
        for (Value key : keys) {
            at = ((Value.MapOf) at).get(key);
        }
        return at;
    }
}
