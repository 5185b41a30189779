package dev.baton.model.coverage;

import dev.baton.model.source.Span;
import dev.baton.model.system.Coverable;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a run that visited every state has seen used.
 *
 * @param goals as {@link Goals} gives them
 * @param seen numbers of those that it saw
 */
public record Coverage(List<Coverable> goals, Set<Integer> seen) {
    public Coverage {
        goals = List.copyOf(goals);
        seen = Set.copyOf(seen);
    }

    /** What this run never saw, and could have: its premise was seen. In the order of the text. */
    public List<Coverable> never() {
        return never(List.of(this));
    }

    /** What none of several runs saw, and at least one could have. In the order of the text, each once. */
    public static List<Coverable> never(List<Coverage> runs) {
        Map<Key, Sum> sums = new LinkedHashMap<>();
        for (Coverage run : runs) {
            for (int i = 0; i < run.goals.size(); i++) {
                Coverable goal = run.goals.get(i);
                boolean possible = goal.premise().isEmpty()
                        || run.seen.contains(goal.premise().getAsInt());
                Sum sum = new Sum(goal, run.seen.contains(i), possible);
                sums.merge(new Key(goal.kind(), goal.words(), goal.span()), sum, Sum::plus);
            }
        }
        return sums.values().stream()
                .filter(sum -> !sum.seen && sum.possible && sum.goal.kind() != Coverable.Kind.PREMISE)
                .map(Sum::goal)
                .sorted(Comparator.comparing(
                                (Coverable goal) -> goal.span().file().name())
                        .thenComparingInt(goal -> goal.span().start())
                        .thenComparing(Coverable::kind))
                .toList();
    }

    /** What a designer takes for one thing, though it may have been unrolled into several. */
    private record Key(Coverable.Kind kind, List<String> words, Span span) {}

    private record Sum(Coverable goal, boolean seen, boolean possible) {
        Sum plus(Sum other) {
            return new Sum(goal, seen || other.seen, possible || other.possible);
        }
    }
}
