package dev.baton.codegen.trace;

import java.util.List;
import java.util.Map;

/**
 * A counterexample of a known-bad design as far as a protocol goes along with it, and how it then parts from it.
 *
 * @param name that of the counterexample
 * @param parameters of the bad design, {@code DRAINS=0}
 * @param driven the steps that the protocol takes
 * @param taken how many of them are the counterexample's; the others are the protocol's own
 * @param round of the counterexample's loop in which they part, from 1; 0 if it goes round none, or they part before
 */
public record RefusedTrace(
        String name, List<String> parameters, List<Driven> driven, int taken, int round, Parting parting) {
    public RefusedTrace {
        parameters = List.copyOf(parameters);
        driven = List.copyOf(driven);
    }

    /** A step that is taken, and what is seen changed after it. */
    record Driven(String command, Map<String, String> changes) {}

    /** How the protocol parts from the counterexample. */
    sealed interface Parting {

        /** It can't take a step. {@code rest} begins with that step, and goes on to the counterexample's end. */
        record Refuses(List<String> rest) implements Parting {}

        /** It has no task, handler, action or member that could take a step. */
        record Lacks(String command) implements Parting {}

        /** The counterexample ends where nothing more happens; here something does. */
        record GoesOn(String command) implements Parting {}
    }

    /** In one sentence, for people. */
    public String sentence() {
        String step = "step " + (taken + 1) + (round > 1 ? ", in round " + round + " of its loop, `" : ", `");
        return "`" + name + "` is "
                + switch (parting) {
                    case Parting.Refuses p -> "refused at " + step + p.rest().getFirst() + "`";
                    case Parting.Lacks p -> "refused at " + step + p.command() + "`, which this protocol does not have";
                    case Parting.GoesOn p ->
                        "left at its end, after step " + taken + ", where nothing more happens: `" + p.command()
                                + "` does";
                };
    }

    /** Tells it in a trace file. */
    void tell(TraceText text) {
        List<String> parted = switch (parting) {
            case Parting.Refuses p -> p.rest().stream().map(c -> "x " + c).toList();
            case Parting.Lacks p -> List.of("- " + p.command());
            case Parting.GoesOn p -> List.of("+ " + p.command());
        };
        text.refused(
                parameters.isEmpty()
                        ? List.of(sentence())
                        : List.of(sentence(), "with " + String.join(" ", parameters)),
                name,
                driven.stream()
                        .map(d -> new TraceText.Effect(d.command(), d.changes(), false))
                        .toList(),
                parted);
    }
}
