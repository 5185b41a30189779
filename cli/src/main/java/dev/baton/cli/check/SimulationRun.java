package dev.baton.cli.check;

import dev.baton.checker.Watch;
import dev.baton.checker.walk.Asked;
import dev.baton.checker.walk.Simulation;
import dev.baton.checker.walk.WalkEngine;
import dev.baton.checker.walk.WalkRequest;
import dev.baton.checker.walk.WalkResult;
import dev.baton.checker.walk.Walkable;
import dev.baton.model.interpreter.UndefinedException;
import dev.baton.model.system.Property;
import dev.baton.trace.minimize.Minimizer.Length;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Walks at random through planned checks, one after the other, each with the first engine that can serve it. */
public final class SimulationRun {
    private final SimulationOptions options;
    private final List<WalkEngine> engines;
    private final Interruption interruption;

    public SimulationRun(SimulationOptions options, List<WalkEngine> engines, Interruption interruption) {
        this.options = options;
        this.engines = List.copyOf(engines);
        this.interruption = interruption;
    }

    /**
     * @return what came of them; once the user interrupts, only of those begun
     * @throws UsageException if no engine can serve a check
     */
    public List<WalkedCheck> run(List<PlannedCheck> checks, CheckRun.Observer observer) {
        List<WalkedCheck> walked = new ArrayList<>();
        for (PlannedCheck check : checks) {
            if (interruption.interrupted()) {
                break;
            }
            walked.add(walk(check, observer));
        }
        return List.copyOf(walked);
    }

    private WalkedCheck walk(PlannedCheck check, CheckRun.Observer observer) {
        Asked asked = Asked.of(check.properties());
        Walkable walkable = engines.stream()
                .map(engine -> engine.prepare(check.system(), asked))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new UsageException("`" + check.name() + "` of `" + check.file()
                        + "` has more than 64 properties of a kind, too many to look for at once; choose some with"
                        + " --property"));
        WalkRequest request = new WalkRequest(
                check.system(),
                asked,
                options.seed(),
                options.steps(),
                options.timeout(),
                options.depth(),
                options.workers(),
                stopAt(check));
        WalkResult result = result(request, walkable, new Watch() {
            @Override
            public boolean cancelled() {
                return interruption.interrupted();
            }

            @Override
            public void progress(Progress progress) {
                observer.progress(check, walkable.engine(), progress);
            }
        });
        observer.done();
        return WalkedCheck.of(check, walkable.engine(), result, new BetterTraces(check, Length.ANY, interruption));
    }

    private static WalkResult result(WalkRequest request, Walkable walkable, Watch watch) {
        try {
            return Simulation.run(request, walkable, watch);
        } catch (UndefinedException e) {
            throw new UsageException("`" + request.system().source().name() + "`: " + e.getMessage());
        }
    }

    private Set<Property> stopAt(PlannedCheck check) {
        return check.properties().stream()
                .filter(p -> !options.keepGoing() && !check.expected().violated(p.name()))
                .collect(Collectors.toSet());
    }
}
