package dev.baton.cli.report;

import dev.baton.checker.walk.WalkResult;
import dev.baton.cli.check.WalkedCheck;
import dev.baton.cli.check.WalkedProperty;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The closing lines of random walks: what they showed, what they can't show, and how to walk the same way again. */
public final class SimulationSummary {
    private SimulationSummary() {}

    /** @param planned checks, of which an interruption may have left some out */
    public static List<String> of(List<WalkedCheck> checks, int planned, long seed, Labels labels) {
        Set<String> unexpected = new LinkedHashSet<>();
        Set<String> liveness = new LinkedHashSet<>();
        Set<String> unreached = new LinkedHashSet<>();
        long never = 0;
        for (WalkedCheck walked : checks) {
            for (WalkedProperty p : walked.properties()) {
                String name = p.outcome().name() + " (" + labels.of(walked.check()) + ")";
                if (p.unexpected()) {
                    unexpected.add(name + (p.cover() ? " is reached" : " is violated"));
                }
                if (p.liveness() && !p.outcome().decided()) {
                    liveness.add(name);
                }
                if (p.cover() && !p.outcome().decided()) {
                    unreached.add(name);
                }
            }
            never +=
                    walked.result().taken().stream().filter(t -> t.times() == 0).count();
        }
        List<String> lines = new ArrayList<>();
        add(lines, "Not as expected: ", unexpected);
        add(lines, "Not reached: ", unreached);
        add(lines, "Liveness, which random walks do not decide: ", liveness);
        if (never > 0) {
            lines.add("Never taken: " + never + (never == 1 ? " action." : " actions."));
        }
        for (WalkedCheck walked : checks) {
            ending(walked.result()).ifPresent(said -> lines.add(labels.of(walked.check()) + ": " + said));
        }
        if (checks.size() < planned) {
            lines.add("Not begun: " + (planned - checks.size()) + " of " + planned + " checks.");
        }
        lines.add("Random walks show what is there, not what is not: `baton check` decides. Seed " + seed + ".");
        return List.copyOf(lines);
    }

    /** Why not all the steps that were asked for were taken. */
    private static Optional<String> ending(WalkResult result) {
        String steps = SimulationTable.count(result.steps()) + (result.steps() == 1 ? " step" : " steps");
        return switch (result.ending()) {
            case STEPS, TIMEOUT -> Optional.empty();
            case VIOLATION ->
                Optional.of("stopped after " + steps + ", for what is not as expected; --keep-going walks on.");
            case CANCELLED -> Optional.of("interrupted after " + steps + ".");
            case NO_STEP -> Optional.of("there is no step from the first state.");
        };
    }

    private static void add(List<String> lines, String what, Set<String> names) {
        if (!names.isEmpty()) {
            lines.add(what + Summary.named(names) + ".");
        }
    }
}
