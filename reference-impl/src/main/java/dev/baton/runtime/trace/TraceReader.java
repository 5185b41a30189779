package dev.baton.runtime.trace;

import dev.baton.runtime.trace.TraceFile.Step;
import dev.baton.runtime.trace.TraceFile.Trace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the text of a {@link TraceFile}. */
final class TraceReader {
    private static final String VERSION = "# baton-traces 2";

    private final String name;
    private final List<String> tries = new ArrayList<>();
    private final Map<String, String> first = new LinkedHashMap<>();
    private Optional<Set<String>> may = Optional.empty();
    private final Map<String, Declared> declared = new HashMap<>();
    private Optional<Declared> open = Optional.empty();
    private final Map<String, Set<String>> sets = new HashMap<>();
    private final Map<String, Begun> traces = new LinkedHashMap<>();
    private Optional<Begun> current = Optional.empty();
    private int number;

    /** @param name of the file, for errors */
    TraceReader(String name) {
        this.name = name;
    }

    /** A step of the dictionary. */
    private static final class Declared {
        private final String command;
        private final Map<String, String> changes = new LinkedHashMap<>();
        private boolean violation;

        Declared(String command) {
            this.command = command;
        }

        Step at(int line) {
            return new Step(line, command, Collections.unmodifiableMap(changes), violation, Optional.empty());
        }
    }

    /** A trace that is being read. */
    private static final class Begun {
        private final List<Step> steps = new ArrayList<>();
        private Optional<Parting> parting = Optional.empty();
    }

    /** @throws IllegalArgumentException if a line can't be understood; it is told */
    TraceFile read(List<String> lines) {
        try {
            if (lines.isEmpty() || !lines.getFirst().equals(VERSION)) {
                number = 1;
                throw new IllegalArgumentException(
                        "expected `" + VERSION + "`; generate the tests anew, or take the runtime that they are for");
            }
            for (String line : lines) {
                number++;
                line(line);
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("`" + name + "`, line " + number + ": " + e.getMessage(), e);
        }
        List<Trace> all = new ArrayList<>();
        traces.forEach((name, t) -> all.add(new Trace(name, t.steps, t.parting)));
        return new TraceFile(tries, Collections.unmodifiableMap(first), may, all);
    }

    private void line(String line) {
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        if (line.startsWith("  ")) {
            indented(line.substring(2));
            return;
        }
        open = Optional.empty();
        String rest = line.substring(line.indexOf(' ') + 1);
        String word = line.substring(0, line.length() - rest.length()).strip();
        switch (word) {
            case "try" -> tries.add(command(rest));
            case "may" -> may(rest);
            case "step" -> step(rest);
            case "trace" -> begin(rest, rest);
            case "refused" -> begin(rest, line);
            case "x" -> refuses(command(rest));
            case "-" -> part(new Parting.Lacks(number, command(rest)));
            case "+" -> part(new Parting.GoesOn(number, command(rest)));
            default -> {
                if (line.startsWith("?")) {
                    may = Optional.of(set(line.substring(1)));
                } else {
                    see(line, first);
                }
            }
        }
    }

    private void indented(String line) {
        if (open.isPresent()) {
            if (line.equals("! error")) {
                open.get().violation = true;
            } else {
                see(line, open.get().changes);
            }
            return;
        }
        Begun trace = begun();
        for (String word : line.strip().split(" ", -1)) {
            if (word.startsWith("?")) {
                say(trace.steps, set(word.substring(1)));
            } else {
                Declared d = declared.get(word);
                if (d == null) {
                    throw new IllegalArgumentException("there is no `step " + word + "` before");
                }
                trace.steps.add(d.at(number));
            }
        }
    }

    private static void say(List<Step> steps, Set<String> may) {
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("what the model may do stands behind a step");
        }
        Step s = steps.removeLast();
        steps.add(new Step(s.line(), s.command(), s.changes(), s.violation(), Optional.of(may)));
    }

    private static void see(String line, Map<String, String> into) {
        int colon = line.indexOf(": ");
        if (colon < 0) {
            throw new IllegalArgumentException("`" + line + "` can't be understood");
        }
        String key = line.substring(0, colon);
        var _ = Sight.of(key);
        if (into.put(key, line.substring(colon + 2)) != null) {
            throw new IllegalArgumentException("`" + key + "` is told twice");
        }
    }

    private static String command(String text) {
        var _ = Command.of(text);
        return text;
    }

    private void step(String text) {
        int space = text.indexOf(' ');
        if (space < 0) {
            throw new IllegalArgumentException("a step has a name and a command");
        }
        Declared d = new Declared(command(text.substring(space + 1)));
        if (declared.put(text.substring(0, space), d) != null) {
            throw new IllegalArgumentException("there are two steps `" + text.substring(0, space) + "`");
        }
        open = Optional.of(d);
    }

    private void may(String text) {
        int space = text.indexOf(' ');
        if (space < 0) {
            throw new IllegalArgumentException("`may` has a number and commands, or `none`");
        }
        Set<String> commands = new LinkedHashSet<>();
        String rest = text.substring(space + 1);
        for (String c : rest.equals("none") ? List.<String>of() : List.of(rest.split("; ", -1))) {
            commands.add(command(c));
        }
        if (sets.put(text.substring(0, space), Collections.unmodifiableSet(commands)) != null) {
            throw new IllegalArgumentException("there are two `may " + text.substring(0, space) + "`");
        }
    }

    private Set<String> set(String number) {
        Set<String> set = sets.get(number);
        if (set == null) {
            throw new IllegalArgumentException("there is no `may " + number + "` before");
        }
        return set;
    }

    /** @param text what comes after the first word; a stem at its end */
    private void begin(String text, String called) {
        Begun trace = new Begun();
        String name = called;
        int from = text.lastIndexOf(" from ");
        if (from >= 0) {
            name = called.substring(0, called.lastIndexOf(" from "));
            trace.steps.addAll(stem(text.substring(from + 6)));
        }
        if (traces.put(name, trace) != null) {
            throw new IllegalArgumentException("there are two traces `" + name + "`");
        }
        current = Optional.of(trace);
    }

    /** {@code TRACE:N}: steps of an earlier trace, but not what the model may do then, which is asked there. */
    private List<Step> stem(String text) {
        int colon = text.lastIndexOf(':');
        Begun trace = traces.get(colon < 0 ? text : text.substring(0, colon));
        if (trace == null) {
            throw new IllegalArgumentException("there is no trace for `from " + text + "` before");
        }
        int steps = new Tokens(text.substring(colon + 1)).number(0);
        if (steps > trace.steps.size()) {
            throw new IllegalArgumentException(
                    "`from " + text + "`, but that trace has " + trace.steps.size() + " steps");
        }
        return trace.steps.subList(0, steps).stream()
                .map(s -> new Step(number, s.command(), s.changes(), s.violation(), Optional.empty()))
                .toList();
    }

    private Begun begun() {
        return current.orElseThrow(() -> new IllegalArgumentException("there is no trace before"));
    }

    private void refuses(String command) {
        List<String> rest = new ArrayList<>();
        int line = number;
        switch (begun().parting.orElse(null)) {
            case null -> {}
            case Parting.Refuses before -> {
                rest.addAll(before.rest());
                line = before.line();
            }
            case Parting.Lacks p -> throw partedTwice();
            case Parting.GoesOn p -> throw partedTwice();
        }
        rest.add(command);
        begun().parting = Optional.of(new Parting.Refuses(line, rest));
    }

    private void part(Parting parting) {
        if (begun().parting.isPresent()) {
            throw partedTwice();
        }
        begun().parting = Optional.of(parting);
    }

    private static IllegalArgumentException partedTwice() {
        return new IllegalArgumentException("code parts from a trace once");
    }
}
