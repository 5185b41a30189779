package dev.baton.runtime.trace;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Traces of a protocol's model, all from its first state.
 *
 * <p>A text, line by line: {@code # …} comments; {@code try COMMAND}, a step that code could be asked for at any time;
 * {@code KEY: VALUE}, what is seen in the first state; {@code trace NAME} begins a trace; {@code > COMMAND} is a step
 * of it, followed by what is seen changed after it, indented, or by {@code ! MESSAGE} if the step is an error; {@code ?
 * COMMAND; COMMAND; …} lists the only steps that the model can take in the state now reached.
 *
 * <p>{@code refused NAME} begins a counterexample of a known-bad design. After the steps of it that the code takes
 * comes {@code x COMMAND}, which it must refuse, and more of these up to the counterexample's end; or {@code -
 * COMMAND}, for which it has nothing; or at the end {@code + COMMAND}, which it can do although the bad design rests
 * there.
 *
 * @param tries every command of which a state may forbid some
 * @param first what is seen in the first state
 */
public record TraceFile(List<String> tries, Map<String, String> first, Optional<Set<String>> may, List<Trace> traces) {

    /**
     * One behaviour.
     *
     * @param parting if it is one that the code must not follow to its end
     */
    public record Trace(String name, List<Step> steps, Optional<Parting> parting) {}

    /**
     * A step of a behaviour.
     *
     * @param command what the code is asked to do
     * @param changes what is seen afterwards, where it is not what was seen before
     * @param violation whether the step is an error
     * @param may the only commands that can be done afterwards, as far as {@link TraceFile#tries} goes; empty if not
     *     said
     */
    public record Step(
            int line, String command, Map<String, String> changes, boolean violation, Optional<Set<String>> may) {}

    /** Reads a resource beside a class. */
    public static TraceFile of(Class<?> beside, String resource) {
        try (InputStream in = beside.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no resource `" + resource + "` beside " + beside);
            }
            return new Reader().read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new IllegalArgumentException("`" + resource + "` can't be read", e);
        }
    }

    private static final class Reader {
        private final List<String> tries = new ArrayList<>();
        private final Map<String, String> first = new LinkedHashMap<>();
        private Optional<Set<String>> may = Optional.empty();
        private final List<Trace> traces = new ArrayList<>();
        private int number;
        private List<Step> steps = new ArrayList<>();

        TraceFile read(BufferedReader in) throws IOException {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                line(line);
            }
            return new TraceFile(List.copyOf(tries), first, may, List.copyOf(traces));
        }

        private void line(String line) {
            if (line.isBlank() || line.startsWith("#")) {
                return;
            }
            if (line.startsWith("try ")) {
                tries.add(line.substring(4));
            } else if (line.startsWith("trace ")) {
                begin(line.substring(6));
            } else if (line.startsWith("refused ")) {
                begin(line);
            } else if (line.startsWith("x ")) {
                refuses(line.substring(2));
            } else if (line.startsWith("- ")) {
                part(new Parting.Lacks(number, line.substring(2)));
            } else if (line.startsWith("+ ")) {
                part(new Parting.GoesOn(number, line.substring(2)));
            } else if (line.startsWith("> ")) {
                steps.add(new Step(number, line.substring(2), new LinkedHashMap<>(), false, Optional.empty()));
            } else if (line.startsWith("! ")) {
                Step s = steps.removeLast();
                steps.add(new Step(s.line, s.command, s.changes, true, s.may));
            } else if (line.startsWith("?")) {
                may(new TreeSet<>(List.of(line.substring(1).strip().split("; ", -1))));
            } else {
                int colon = line.indexOf(": ");
                Map<String, String> seen = traces.isEmpty() ? first : steps.getLast().changes;
                seen.put(line.substring(0, colon).strip(), line.substring(colon + 2));
            }
        }

        private void begin(String name) {
            steps = new ArrayList<>();
            traces.add(new Trace(name, steps, Optional.empty()));
        }

        private void refuses(String command) {
            List<String> rest = new ArrayList<>();
            int first = number;
            if (traces.getLast().parting().orElse(null) instanceof Parting.Refuses before) {
                rest.addAll(before.rest());
                first = before.line();
            }
            rest.add(command);
            part(new Parting.Refuses(first, rest));
        }

        private void part(Parting parting) {
            Trace t = traces.removeLast();
            traces.add(new Trace(t.name, t.steps, Optional.of(parting)));
        }

        private void may(Set<String> commands) {
            if (traces.isEmpty()) {
                may = Optional.of(commands);
            } else {
                Step s = steps.removeLast();
                steps.add(new Step(s.line, s.command, s.changes, s.violation, Optional.of(commands)));
            }
        }
    }
}
