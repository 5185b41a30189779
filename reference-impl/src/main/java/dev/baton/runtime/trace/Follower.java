package dev.baton.runtime.trace;

import dev.baton.runtime.Life;
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
            Commands commands = new Commands(stepper);
            Map<String, String> expected = new LinkedHashMap<>(file.first());
            compare(commands, expected, "in the first state");
            forbidden(commands, file.may(), "in the first state");
            for (TraceFile.Step step : trace.steps()) {
                String where = "after `" + step.command() + "` of trace " + trace.name() + ", line " + step.line();
                Outcome outcome = commands.run(step.command());
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
                compare(commands, expected, where);
                forbidden(commands, step.may(), where);
            }
            trace.parting().ifPresent(p -> part(commands, p, "in " + trace.name() + ", line " + p.line() + ": "));
        }
    }

    private static void part(Commands commands, Parting parting, String where) {
        switch (parting) {
            case Parting.Refuses p -> refuse(commands, p.rest(), where);
            case Parting.Lacks p -> {} // Nobody could be asked.
            case Parting.GoesOn p -> {
                Outcome outcome = commands.run(p.command());
                if (!outcome.taken()) {
                    throw new AssertionError(where + "the code follows the counterexample to its end and rests there: `"
                            + p.command() + "` " + outcome);
                }
            }
        }
    }

    private static void refuse(Commands commands, List<String> rest, String where) {
        String before = commands.state();
        Outcome first = commands.run(rest.getFirst());
        if (first instanceof Outcome.Refused) {
            if (!commands.state().equals(before)) {
                throw new AssertionError(where + "`" + rest.getFirst() + "` is refused, but changes what was\n" + before
                        + "to\n" + commands.state());
            }
            return;
        }
        String must = where + "the code must refuse `" + rest.getFirst() + "`, but: " + first;
        for (String command : first.taken() ? rest.subList(1, rest.size()) : List.<String>of()) {
            Outcome outcome = commands.run(command);
            if (!outcome.taken()) {
                throw new AssertionError(must + ", and at `" + command + "`: " + outcome);
            }
        }
        throw new AssertionError(must + (first.taken() ? ", and follows the counterexample to its end" : ""));
    }

    private static void compare(Commands commands, Map<String, String> expected, String where) {
        StringBuilder differences = new StringBuilder();
        expected.forEach((key, value) -> {
            String seen = commands.see(key);
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

    private void forbidden(Commands commands, Optional<Set<String>> may, String where) {
        if (may.isEmpty()) {
            return;
        }
        String before = commands.state();
        for (String command : file.tries()) {
            if (may.get().contains(command)) {
                continue;
            }
            Outcome outcome = commands.attempt(command);
            if (!(outcome instanceof Outcome.Refused)) {
                throw new AssertionError(where + " the model can't take `" + command + "`, but: " + outcome);
            }
            if (!commands.state().equals(before)) {
                throw new AssertionError(where + " `" + command + "` is refused, but changes what was\n" + before
                        + "to\n" + commands.state());
            }
        }
    }

    /** The commands and keys of trace files. */
    private record Commands(Stepper<? extends Machine> stepper) {

        String state() {
            return stepper.state();
        }

        Outcome run(String command) {
            List<String> words = List.of(command.split(" ", -1));
            return switch (words.getFirst()) {
                case "grant" ->
                    stepper.grant(words.get(1), number(words, 2), words.get(3), words.get(4), numbers(words, 5));
                case "act" -> act(words);
                case "deliver" -> stepper.deliver(words.get(1), number(words, 2), words.get(3));
                case "drain" -> stepper.drain(Seats.parse(words.get(1)));
                case "crash" -> stepper.crash(words.get(1), number(words, 2));
                case "restart" -> stepper.restart(words.get(1), number(words, 2));
                case "hang" -> stepper.hang(words.get(1), number(words, 2));
                case "lose-ipi" -> stepper.lose(words.get(1), number(words, 2));
                case "lose" -> stepper.lose(words.get(1), number(words, 2), number(words, 3), number(words, 4));
                case "duplicate" ->
                    stepper.duplicate(words.get(1), number(words, 2), number(words, 3), number(words, 4));
                case "reorder" -> stepper.reorder(words.get(1), number(words, 2), number(words, 3), number(words, 4));
                default -> throw new IllegalArgumentException("no command: " + command);
            };
        }

        /** A command whose label and choices are left to the code. */
        Outcome attempt(String command) {
            List<String> words = List.of(command.split(" ", -1));
            if (!words.getFirst().equals("grant")) {
                return run(command);
            }
            String label =
                    stepper.place(words.get(1), number(words, 2), words.get(3)).label();
            return stepper.grant(words.get(1), number(words, 2), words.get(3), label);
        }

        /** {@code act ACTOR MEMBER UNIT ARGUMENT… / CHOICE…}. */
        private Outcome act(List<String> words) {
            int slash = words.indexOf("/");
            int end = slash < 0 ? words.size() : slash;
            long[] arguments = numbers(words.subList(0, end), 4);
            long[] choices = slash < 0 ? new long[0] : numbers(words, slash + 1);
            return stepper.act(words.get(1), number(words, 2), words.get(3), arguments, choices);
        }

        private static int number(List<String> words, int at) {
            return Integer.parseInt(words.get(at));
        }

        private static long[] numbers(List<String> words, int from) {
            return words.subList(from, words.size()).stream()
                    .mapToLong(Long::parseLong)
                    .toArray();
        }

        String see(String key) {
            List<String> words = List.of(key.split(" ", -1));
            return switch (words.getFirst()) {
                case "memory" -> Long.toString(stepper.memory(words.get(1), number(words, 2)));
                case "variable" -> {
                    boolean hung = stepper.life(words.get(1), number(words, 2)) == Life.HUNG;
                    yield hung ? "-" : stepper.variable(words.get(1), number(words, 2), words.get(3));
                }
                case "at" -> {
                    boolean live = stepper.life(words.get(1), number(words, 2)) == Life.LIVE;
                    yield live
                            ? stepper.place(words.get(1), number(words, 2), words.get(3))
                                    .toString()
                            : "-";
                }
                case "pending" -> Integer.toString(stepper.pending(words.get(1), number(words, 2)));
                case "masked" -> Boolean.toString(stepper.masked(words.get(1), number(words, 2)));
                case "life" -> stepper.life(words.get(1), number(words, 2)).toString();
                case "owner" -> Long.toString(stepper.owner(words.get(1), number(words, 2)));
                case "queue" ->
                    stepper.queue(words.get(1), number(words, 2), number(words, 3))
                            .toString();
                case "buffer" ->
                    stepper.buffer(Seats.parse(words.get(1))).stream()
                            .map(s -> s.variable() + "[" + s.position() + "]=" + s.value())
                            .toList()
                            .toString();
                default -> throw new IllegalArgumentException("nothing to see: " + key);
            };
        }
    }
}
