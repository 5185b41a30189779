package dev.baton.codegen.trace;

import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import dev.baton.model.lowering.ControlPoints;
import dev.baton.model.lowering.Lowering;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.system.Origin;
import dev.baton.model.system.TransitionSystem;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A protocol whose steps are commands.
 *
 * @param units every command without its choices, and of a task or handler without its label
 * @param places of tasks and handlers: {@code Sender send set_payload}
 */
record Drivable(Interpreter interpreter, Sights sights, Commands commands, Set<String> units, Set<String> places) {

    static Drivable of(Protocol protocol) {
        return of(protocol, Lowering.lower(protocol));
    }

    /** @param system the lowered protocol */
    static Drivable of(Protocol protocol, TransitionSystem system) {
        ControlPoints control = ControlPoints.of(protocol);
        Sights sights = new Sights(protocol, control, system);
        Commands commands = new Commands(protocol, control, sights);
        Set<String> places = new HashSet<>();
        for (ControlPoints.Unit u : control.units()) {
            u.points().forEach(p -> places.add(u.actor().name() + " " + u.name() + " " + p.original()));
        }
        return new Drivable(
                new Interpreter(system), sights, commands, new HashSet<>(commands.tries()), Set.copyOf(places));
    }

    /** Whether there is a step for this command in some state, as far as names tell. */
    boolean has(String command) {
        List<String> words = List.of(command.split(" ", -1));
        return hasUnit(command)
                && (!words.getFirst().equals("grant")
                        || places.contains(words.get(1) + " " + words.get(3) + " " + words.get(4)));
    }

    /** Whether there is a task, handler or action for this command; faults and store buffers need none. */
    boolean hasUnit(String command) {
        return switch (command.substring(0, command.indexOf(' '))) {
            case "grant", "act", "deliver" -> units.contains(Commands.withoutChoices(command));
            default -> true;
        };
    }

    /** A step, no fault, that leads out of a state: the first by its words. */
    Optional<String> goesOn(State state) {
        return interpreter.successors(state).stream()
                .filter(s -> s.action().origin().kind() != Origin.Kind.FAULT)
                .filter(s -> !s.after().equals(state))
                .map((Step s) -> commands.command(state, s))
                .sorted()
                .findFirst();
    }
}
