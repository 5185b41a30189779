package dev.baton.trace.format;

import dev.baton.model.system.Action;
import dev.baton.model.system.Origin;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import dev.baton.trace.StepAccount;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The time lines of a trace: whoever takes a step in it or is told something, in the order of the protocol. */
final class Lanes {
    /** Where faults are shown that strike nobody in particular. */
    static final String FAULTS = "faults";

    private Lanes() {}

    /** The names, each once. */
    static List<String> of(TransitionSystem system, List<StepAccount> steps, List<Flight> flights) {
        Set<String> taking = new LinkedHashSet<>();
        steps.forEach(step -> taking.add(of(step)));
        flights.forEach(flight -> {
            flight.from().ifPresent(taking::add);
            flight.to().ifPresent(taking::add);
        });
        boolean faults = taking.remove(FAULTS);
        List<String> lanes = new ArrayList<>();
        Set<String> known = all(system);
        known.stream().filter(taking::contains).forEach(lanes::add);
        taking.stream().filter(lane -> !known.contains(lane)).forEach(lanes::add);
        if (faults) {
            lanes.add(FAULTS);
        }
        return List.copyOf(lanes);
    }

    /** The lane of a step. */
    static String of(StepAccount step) {
        return step.actor().orElse(FAULTS);
    }

    /** The lane says who it is; what is left is the task and what it does. */
    static String text(StepAccount step) {
        String lane = of(step);
        String who = step.who().startsWith(lane)
                ? step.who().substring(lane.length()).replaceFirst("^[. ]", "")
                : step.who();
        String text =
                who.isEmpty() ? step.what() : step.what().startsWith("(") ? who + step.what() : who + " " + step.what();
        return text.isBlank() ? step.who() : text.strip();
    }

    private static Set<String> all(TransitionSystem system) {
        Set<String> all = new LinkedHashSet<>();
        for (Action action : system.actions()) {
            Origin origin = action.origin();
            boolean indexed = !action.parameters().isEmpty()
                    && action.parameters().getFirst().name().equals("self")
                    && action.parameters().getFirst().type() instanceof Type.Index;
            if (indexed) {
                Domain.values(action.parameters().getFirst().type()).forEach(member -> all.add(member.toString()));
            } else if (origin.kind() != Origin.Kind.FAULT) {
                all.add(origin.actor());
            }
        }
        return all;
    }
}
