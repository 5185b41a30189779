package dev.baton.runtime.trace;

import dev.baton.runtime.Machine;
import dev.baton.runtime.SharedMemory;
import dev.baton.runtime.step.Outcome;
import dev.baton.runtime.step.Stepper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Drives generated code along a trace of its model, and compares all that can be seen of it after each step. */
public final class Follower {
    /** Steps before the one that goes wrong that are told. */
    private static final int TOLD = 30;

    private final TraceFile file;
    private final Function<SharedMemory, ? extends Machine> protocol;

    /** @param protocol constructor of the generated machine */
    public Follower(TraceFile file, Function<SharedMemory, ? extends Machine> protocol) {
        this.file = file;
        this.protocol = protocol;
    }

    /**
     * Follows a trace. Where it says what the model can do, everything else is tried, and must be refused and change
     * nothing. A counterexample of a known-bad design must be left where the model leaves it.
     *
     * @throws AssertionError if the code does anything else than the model
     */
    public void follow(TraceFile.Trace trace) {
        try (Stepper<? extends Machine> stepper = Stepper.of(protocol)) {
            Map<String, String> expected = new LinkedHashMap<>(file.first());
            compare(stepper, expected, "in the first state");
            forbidden(stepper, file.may(), "in the first state");
            for (int i = 0; i < trace.steps().size(); i++) {
                TraceFile.Step step = trace.steps().get(i);
                String where = "after `" + step.command() + "`, step " + (i + 1) + " of trace " + trace.name()
                        + ", line " + step.line();
                try {
                    follow(stepper, step, expected, where);
                } catch (AssertionError e) {
                    AssertionError told = new AssertionError(
                            e.getMessage() + way(trace.steps().subList(0, i)));
                    told.setStackTrace(e.getStackTrace());
                    throw told;
                }
                if (step.violation()) {
                    return;
                }
            }
            trace.parting().ifPresent(p -> part(stepper, p, "in " + trace.name() + ", line " + p.line() + ": "));
        }
    }

    private void follow(Stepper<?> stepper, TraceFile.Step step, Map<String, String> expected, String where) {
        Outcome outcome = Command.of(step.command()).run().of(stepper);
        if (step.violation()) {
            if (!(outcome instanceof Outcome.Violated)) {
                throw new AssertionError(where + ": an error of the model, but " + outcome);
            }
            return;
        }
        if (!outcome.taken()) {
            throw new AssertionError(where + ": " + outcome + "\n" + stepper.state());
        }
        expected.putAll(step.changes());
        compare(stepper, expected, where);
        forbidden(stepper, step.may(), where);
    }

    /** The steps before one, the last of them. */
    private static String way(List<TraceFile.Step> steps) {
        StringBuilder way = new StringBuilder(steps.isEmpty() ? "\nit was the first step" : "\nthe steps before:");
        int from = Math.max(0, steps.size() - TOLD);
        if (from > 0) {
            way.append(" (").append(from).append(" more)");
        }
        steps.subList(from, steps.size()).forEach(s -> way.append("\n  ").append(s.command()));
        return way.toString();
    }

    private static void part(Stepper<?> stepper, Parting parting, String where) {
        switch (parting) {
            case Parting.Refuses p -> refuse(stepper, p.rest(), where);
            case Parting.Lacks p -> {} // Nobody could be asked.
            case Parting.GoesOn p -> {
                Outcome outcome = Command.of(p.command()).run().of(stepper);
                if (!outcome.taken()) {
                    throw new AssertionError(where + "the code follows the counterexample to its end and rests there: `"
                            + p.command() + "` " + outcome);
                }
            }
        }
    }

    private static void refuse(Stepper<?> stepper, List<String> rest, String where) {
        String before = stepper.state();
        Outcome first = Command.of(rest.getFirst()).run().of(stepper);
        if (first instanceof Outcome.Refused) {
            unchanged(stepper, before, where + "`" + rest.getFirst() + "`");
            return;
        }
        String must = where + "the code must refuse `" + rest.getFirst() + "`, but: " + first;
        for (String command : first.taken() ? rest.subList(1, rest.size()) : List.<String>of()) {
            Outcome outcome = Command.of(command).run().of(stepper);
            if (!outcome.taken()) {
                throw new AssertionError(must + ", and at `" + command + "`: " + outcome);
            }
        }
        throw new AssertionError(must + (first.taken() ? ", and follows the counterexample to its end" : ""));
    }

    private static void compare(Stepper<?> stepper, Map<String, String> expected, String where) {
        StringBuilder differences = new StringBuilder();
        expected.forEach((key, value) -> {
            String seen = Sight.of(key).of(stepper);
            if (!seen.equals(value)) {
                differences
                        .append("\n  ")
                        .append(key)
                        .append(": ")
                        .append(seen)
                        .append(" instead of ")
                        .append(value);
            }
        });
        if (!differences.isEmpty()) {
            throw new AssertionError(where + differences);
        }
    }

    private void forbidden(Stepper<?> stepper, Optional<Set<String>> may, String where) {
        if (may.isEmpty()) {
            return;
        }
        String before = stepper.state();
        for (String command : file.tries()) {
            if (may.get().contains(command)) {
                continue;
            }
            Outcome outcome = Command.of(command).attempt().of(stepper);
            if (!(outcome instanceof Outcome.Refused)) {
                throw new AssertionError(where + " the model can't take `" + command + "`, but: " + outcome);
            }
            unchanged(stepper, before, where + " `" + command + "`");
        }
    }

    private static void unchanged(Stepper<?> stepper, String before, String who) {
        if (!stepper.state().equals(before)) {
            throw new AssertionError(who + " is refused, but changes what was\n" + before + "to\n" + stepper.state());
        }
    }
}
