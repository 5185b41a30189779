package dev.baton.cli.report;

import dev.baton.checker.Verdict;
import dev.baton.checker.Verdict.Guarantee;
import dev.baton.cli.check.CheckRun;
import dev.baton.cli.check.Outcome;
import dev.baton.cli.check.PropertyOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The closing line: what was shown, in numbers, and what was not as expected, by name. It claims no more than that. */
public final class Summary {
    private static final int NAMED = 5;

    private Summary() {}

    public static String of(List<Outcome> outcomes, Labels labels) {
        Set<String> unexpected = new LinkedHashSet<>();
        Set<String> undecided = new LinkedHashSet<>();
        boolean interrupted = false;
        Map<String, Integer> kept = new LinkedHashMap<>();
        int violated = 0;
        for (Outcome outcome : outcomes) {
            for (PropertyOutcome p : outcome.properties()) {
                String name = p.name() + " (" + labels.of(outcome.check()) + ")";
                if (!p.decided()) {
                    undecided.add(name);
                    interrupted |= p.guarantee().equals(CheckRun.INTERRUPTED);
                } else if (!p.asExpected()) {
                    unexpected.add(name + (p.violated() ? " is violated" : " holds"));
                } else if (p.violated()) {
                    violated++;
                } else {
                    kept.merge(reach(p.verdict()), 1, Integer::sum);
                }
            }
        }
        List<String> sentences = new ArrayList<>();
        if (!unexpected.isEmpty()) {
            sentences.add("Not as expected: " + named(unexpected) + ".");
        }
        if (!undecided.isEmpty()) {
            sentences.add((interrupted ? "Interrupted; undecided: " : "Undecided: ") + named(undecided) + ".");
        }
        sentences.add(expected(kept, violated, unexpected.isEmpty() && undecided.isEmpty()));
        return String.join(" ", sentences).strip();
    }

    private static String expected(Map<String, Integer> kept, int violated, boolean all) {
        List<String> parts = new ArrayList<>();
        kept.forEach((reach, count) -> parts.add(count + " " + reach));
        if (violated > 0) {
            parts.add(violated + " violated");
        }
        return parts.isEmpty()
                ? ""
                : "As expected" + (all ? "" : " otherwise") + ", for the parameters given: " + String.join(", ", parts)
                        + ".";
    }

    /** What holding means, behind a count; never more than the guarantee. */
    private static String reach(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Holds(Guarantee guarantee, var witness) ->
                switch (guarantee) {
                    case Guarantee.AllReachable g -> "true of " + g;
                    case Guarantee.Proof g -> "proved, for behaviours of any length";
                    case Guarantee.AllReachableHashed g -> "true of all reachable states but for hash collisions";
                    case Guarantee.AllWithin g -> "true of " + g;
                    case Guarantee.UpToDepth g -> "not violated " + g;
                    // What holds by a single behaviour is a cover.
                    case Guarantee.Witness g -> "reached";
                    case Guarantee.Counterexample g -> "reached";
                };
            case Verdict.Violated v -> "violated";
            case Verdict.Unknown v -> "unknown";
        };
    }

    static String named(Set<String> names) {
        List<String> first = names.stream().limit(NAMED).toList();
        int more = names.size() - first.size();
        return String.join(", ", first) + (more == 0 ? "" : " and " + more + " more");
    }
}
