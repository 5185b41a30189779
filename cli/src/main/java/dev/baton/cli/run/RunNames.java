package dev.baton.cli.run;

import dev.baton.model.lowering.ControlPoints;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Protocol;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a protocol has that options of a run may name.
 *
 * @param actions and {@code on} handlers: {@code Old.update}
 * @param events that logs tell of: {@code Old.update}, {@code Old.serve}, {@code Old.serve.set_served}
 * @param crash actors that may crash
 * @param comeBack actors that may come back after a crash
 */
public record RunNames(List<String> actions, Set<String> events, List<String> crash, List<String> comeBack) {
    public RunNames {
        actions = List.copyOf(actions);
        events = Set.copyOf(events);
        crash = List.copyOf(crash);
        comeBack = List.copyOf(comeBack);
    }

    static RunNames of(Protocol protocol) {
        Set<String> actions = new LinkedHashSet<>();
        for (Actor a : protocol.actors()) {
            a.actions().forEach(x -> actions.add(a.name() + "." + x.name()));
            a.handlers().forEach(h -> actions.add(a.name() + "." + h.name()));
        }
        Set<String> events = new LinkedHashSet<>();
        actions.forEach(x -> events.addAll(List.of(x, x + ".end")));
        for (ControlPoints.Unit unit : ControlPoints.of(protocol).units()) {
            String name = unit.actor().name() + "." + unit.name();
            events.addAll(List.of(name, name + ".deliver", name + ".end"));
            unit.points().forEach(p -> events.add(name + "." + p.original()));
        }
        return new RunNames(
                List.copyOf(actions),
                events,
                targets(protocol, Protocol.Fault.Kind.CRASH),
                targets(protocol, Protocol.Fault.Kind.RESTART));
    }

    private static List<String> targets(Protocol protocol, Protocol.Fault.Kind kind) {
        return protocol.faults().stream()
                .filter(f -> f.kind() == kind)
                .map(Protocol.Fault::target)
                .toList();
    }

    /** What is wrong with a delay: there is no such action. */
    public Optional<String> unknown(Delay delay) {
        boolean known = delay.ofTimeouts()
                || actions.stream().anyMatch(a -> a.equals(delay.unit()) || a.endsWith("." + delay.unit()));
        String there = actions.isEmpty() ? "" : "; there is " + String.join(", ", actions);
        return known ? Optional.empty() : Optional.of("`--delay`: there is no action `" + delay.unit() + "`" + there);
    }

    /** What is wrong with a gap: no event is called so. */
    public Optional<String> unknown(Gap gap) {
        for (String event : List.of(gap.from(), gap.to())) {
            if (!events.contains(event)) {
                String unit = event.substring(0, event.lastIndexOf('.') + 1);
                String there = events.stream()
                        .filter(e -> e.startsWith(unit) && e.indexOf('.', unit.length()) < 0)
                        .sorted()
                        .collect(Collectors.joining(", "));
                return Optional.of(
                        "`--gap`: there is no event `" + event + "`" + (there.isEmpty() ? "" : "; there is ") + there);
            }
        }
        return Optional.empty();
    }

    /** What somebody should know who kills a kernel. */
    public Optional<String> doubt(Kill kill) {
        return crash.contains(kill.actor())
                ? Optional.empty()
                : Optional.of("the protocol has no `fault crash " + kill.actor()
                        + "`: what happens after such a crash is no behaviour of it");
    }
}
