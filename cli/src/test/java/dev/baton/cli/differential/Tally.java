package dev.baton.cli.differential;

import dev.baton.checker.CheckResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of many protocols. */
final class Tally {
    private final List<Long> sizes = new ArrayList<>();
    private final Map<String, Integer> verdicts = new TreeMap<>();
    private final Map<String, Integer> failures = new TreeMap<>();
    private int discarded;

    void count(Trial.Outcome outcome) {
        switch (outcome) {
            case Trial.Agreed o -> {
                sizes.add(o.result().distinct().orElseThrow());
                for (CheckResult.Answer answer : o.result().answers()) {
                    verdicts.merge(answer.property().kind() + " " + Comparison.word(answer.verdict()), 1, Integer::sum);
                }
            }
            case Trial.Discarded o -> discarded++;
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

    private long quantile(int percent) {
        List<Long> sorted = sizes.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    String text() {
        return "agreed on " + sizes.size() + ", too large " + discarded + ", failed " + failures
                + "; distinct states: median " + median() + ", 90 % below " + quantile(90) + ", most "
                + quantile(100) + "\n" + verdicts;
    }
}
