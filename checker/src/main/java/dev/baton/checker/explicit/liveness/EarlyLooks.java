package dev.baton.checker.explicit.liveness;

import dev.baton.checker.Watch;
import dev.baton.checker.explicit.search.NumberedStates;
import dev.baton.checker.explicit.search.Onlooker;
import dev.baton.model.system.Property;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Looks for lassos while a search goes on, among the states whose steps are all known: a violation need not wait until
 * everything was visited. Each look is at four times as many states as the one before, or more, so all together take at
 * most four thirds of what a look at all states takes.
 */
public final class EarlyLooks implements Onlooker {
    /** States at the first look. */
    public static final long FIRST = 1L << 15;

    private static final int GROWTH = 4;

    private final LivenessSystem system;
    private final List<Property> asked;
    private final Decided others;
    private final Watch watch;
    private final BiConsumer<Property, LivenessAnswer.Violated> told;

    private final SortedMap<Integer, LivenessAnswer.Violated> found = new TreeMap<>();
    private long next;
    private long looked;
    private boolean tooLarge;

    /**
     * @param asked liveness properties, at least one
     * @param others how many properties of other kinds are to be decided before the search may end
     * @param first how many states are to be expanded before the first look
     * @param told is told at once of what was found, if the search goes on for the others
     */
    public EarlyLooks(
            LivenessSystem system,
            List<Property> asked,
            Decided others,
            long first,
            Watch watch,
            BiConsumer<Property, LivenessAnswer.Violated> told) {
        this.system = system;
        this.asked = List.copyOf(asked);
        this.others = others;
        this.next = Math.max(1, first);
        this.watch = watch;
        this.told = told;
    }

    @Override
    public boolean due(long expanded) {
        return !tooLarge && expanded >= next && found.size() < asked.size();
    }

    @Override
    public void look(NumberedStates expanded, Decided decided) {
        LassoSearch search = new LassoSearch(system, expanded, "liveness so far", watch);
        List<Integer> fresh = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            if (found.containsKey(i)) {
                continue;
            }
            switch (search.find(asked.get(i))) {
                case LivenessAnswer.Violated violated -> {
                    found.put(i, violated);
                    fresh.add(i);
                }
                case LivenessAnswer.NoLasso _ -> {}
                case LivenessAnswer.TooLarge _ -> {
                    // and so will be what comes later: the search goes on alone
                    tooLarge = true;
                    tell(fresh, decided);
                    return;
                }
                case LivenessAnswer.Cancelled _ -> {
                    // whoever goes on from here looks again
                    tell(fresh, decided);
                    return;
                }
            }
        }
        looked = expanded.size();
        next = GROWTH * expanded.size();
        tell(fresh, decided);
    }

    private void tell(List<Integer> fresh, Decided decided) {
        if (!satisfied(decided)) {
            fresh.forEach(i -> told.accept(asked.get(i), found.get(i)));
        }
    }

    @Override
    public boolean satisfied(Decided decided) {
        return found.size() == asked.size()
                && decided.ofState() == others.ofState()
                && decided.ofStep() == others.ofStep()
                && (decided.deadlock() || !others.deadlock());
    }

    /** The lasso that was found for a property. */
    public Optional<LivenessAnswer.Violated> found(Property property) {
        return Optional.ofNullable(found.get(asked.indexOf(property)));
    }

    /** Whether nothing is to be found among the first so many states that was not found. */
    public boolean lookedAt(NumberedStates states) {
        return states.size() <= looked;
    }

    /** When to look next, what was looked at, then of each lasso its property, its loop, its length and its states. */
    @Override
    public long[] memory() {
        List<Long> memory = new ArrayList<>(List.of(next, looked));
        found.forEach((property, lasso) -> {
            memory.add((long) property);
            memory.add((long) lasso.loop());
            memory.add((long) lasso.states().size());
            lasso.states().forEach(state -> {
                for (long word : state) {
                    memory.add(word);
                }
            });
        });
        return memory.stream().mapToLong(Long::longValue).toArray();
    }

    @Override
    public void remember(long[] memory) {
        next = memory[0];
        looked = memory[1];
        int words = system.compiled().words();
        int at = 2;
        while (at < memory.length) {
            int property = Math.toIntExact(memory[at++]);
            int loop = Math.toIntExact(memory[at++]);
            int length = Math.toIntExact(memory[at++]);
            List<long[]> states = new ArrayList<>();
            for (int i = 0; i < length; i++) {
                states.add(Arrays.copyOfRange(memory, at, at + words));
                at += words;
            }
            found.put(property, new LivenessAnswer.Violated(states, loop));
        }
    }
}
