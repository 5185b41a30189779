package dev.baton.cli.differential;

import dev.baton.checker.CheckResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of many protocols. */
final class Tally {
    private final List<Long> sizes = new ArrayList<>();
    private final Map<Trait, Integer> traits = new TreeMap<>();
    private final Map<String, Integer> verdicts = new TreeMap<>();
    private final Map<String, Integer> failures = new TreeMap<>();
    private final Map<String, Map<String, Integer>> proofs = new TreeMap<>();
    private int discarded;
    private int overTime;

    void count(Trial.Outcome outcome) {
        switch (outcome) {
            case Trial.Agreed o -> {
                sizes.add(o.result().distinct().orElseThrow());
                o.proofs()
                        .forEach((who, words) ->
                                words.forEach((word, count) -> proofs.computeIfAbsent(who, _ -> new TreeMap<>())
                                        .merge(word, count, Integer::sum)));
                Trait.of(o).forEach(trait -> traits.merge(trait, 1, Integer::sum));
                for (CheckResult.Answer answer : o.result().answers()) {
                    verdicts.merge(answer.property().kind() + " " + Comparison.word(answer.verdict()), 1, Integer::sum);
                }
            }
            case Trial.Discarded o -> discarded++;
            case Trial.OverTime o -> overTime++;
            case Trial.Failed o -> failures.merge(o.stage(), 1, Integer::sum);
        }
    }

    int agreed() {
        return sizes.size();
    }

    long median() {
        return quantile(50);
    }

    int violated() {
        return verdicts.entrySet().stream()
                .filter(e -> e.getKey().endsWith("violated"))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** How many properties somebody proved, refuted, or left undecided. */
    int proofs(String who, String word) {
        return proofs.getOrDefault(who, Map.of()).getOrDefault(word, 0);
    }

    private long quantile(int percent) {
        List<Long> sorted = sizes.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private String atLeast(long size) {
        long many = sizes.stream().filter(s -> s >= size).count();
        return size + " or more: " + many + " (" + 100 * many / Math.max(1, sizes.size()) + " %)";
    }

    String text() {
        return "agreed on " + sizes.size() + ", too large " + discarded + ", over time " + overTime + ", failed "
                + failures
                + "\n  distinct states: median " + median() + ", most " + quantile(100) + "; "
                + atLeast(100) + ", " + atLeast(1_000) + ", " + atLeast(10_000)
                + "\n  protocols with " + traits
                + "\n  " + verdicts
                + (proofs.isEmpty() ? "" : "\n  " + proofs);
    }
}
