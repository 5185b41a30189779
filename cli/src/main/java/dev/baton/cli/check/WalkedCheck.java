package dev.baton.cli.check;

import dev.baton.checker.CheckResult;
import dev.baton.checker.walk.Sighting;
import dev.baton.checker.walk.WalkResult;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What random walks made of one check.
 *
 * @param outcome the same as what an engine decided, for whoever tells traces
 */
public record WalkedCheck(Outcome outcome, WalkResult result, List<WalkedProperty> properties) {
    public WalkedCheck {
        properties = List.copyOf(properties);
    }

    static WalkedCheck of(PlannedCheck check, String engine, WalkResult result, BetterTraces better) {
        List<CheckResult.Answer> answers = result.answers().stream()
                .map(a -> new CheckResult.Answer(a.property(), a.verdict()))
                .toList();
        Outcome outcome = Outcome.of(
                        check,
                        engine,
                        new CheckResult(
                                better.of(answers),
                                OptionalLong.empty(),
                                OptionalLong.empty(),
                                OptionalInt.empty(),
                                false,
                                result.time()))
                .explained(better::explained);
        Set<String> liveness = check.properties().stream()
                .filter(p -> p.kind().liveness())
                .map(p -> p.name())
                .collect(Collectors.toSet());
        return new WalkedCheck(
                outcome,
                result,
                outcome.properties().stream()
                        .map(p -> new WalkedProperty(p, sighting(p, result), liveness.contains(p.name())))
                        .toList());
    }

    private static Optional<Sighting> sighting(PropertyOutcome outcome, WalkResult result) {
        return result.answers().stream()
                .filter(a -> a.property().equals(outcome.property()))
                .findFirst()
                .flatMap(WalkResult.Answer::sighting);
    }

    public PlannedCheck check() {
        return outcome.check();
    }
}
