package dev.baton.runtime.trace;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Traces of a protocol's model, all from its first state.
 *
 * <p>A text of lines, the first {@code # baton-traces 2}. Other lines that begin with {@code #} are comments.
 *
 * <ul>
 *   <li>{@code try COMMAND}: what code could be asked for at any time.
 *   <li>{@code KEY: VALUE}: what is seen in the first state.
 *   <li>{@code may NUMBER COMMAND; COMMAND; …}: a set of commands, {@code none} if it is empty; {@code ?NUMBER}: the
 *       only ones that the model can take in the first state.
 *   <li>{@code step NAME COMMAND}: a step of traces, followed by lines {@code KEY: VALUE}, indented, of what is seen
 *       changed after it, or by {@code ! error} if the step is one.
 *   <li>{@code trace NAME} or {@code refused NAME} begins a trace; {@code from TRACE:N} at its end, that it begins with
 *       the first N steps of an earlier one. Indented lines name its steps. {@code ?NUMBER} behind a step lists the
 *       only commands that the model can take in the state now reached.
 * </ul>
 *
 * <p>{@code refused} is a counterexample of a known-bad design. After the steps of it that the code takes comes
 * {@code x COMMAND}, which it must refuse, and more of these up to the counterexample's end; or {@code - COMMAND}, for
 * which it has nothing; or {@code + COMMAND}, which it can do although the bad design rests there.
 *
 * @param tries every command of which a state may forbid some
 * @param first what is seen in the first state
 * @param may the only commands of {@code tries} that can be done in the first state; empty if not said
 */
public record TraceFile(List<String> tries, Map<String, String> first, Optional<Set<String>> may, List<Trace> traces) {
    public TraceFile {
        tries = List.copyOf(tries);
        traces = List.copyOf(traces);
    }

    /**
     * One behaviour.
     *
     * @param parting if it is one that the code must not follow to its end
     */
    public record Trace(String name, List<Step> steps, Optional<Parting> parting) {
        public Trace {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A step of a behaviour.
     *
     * @param line of the file, at which the trace names it
     * @param command what the code is asked to do
     * @param changes what is seen afterwards, where it is not what was seen before
     * @param violation whether the step is an error
     * @param may the only commands that can be done afterwards, as far as {@link TraceFile#tries} goes; empty if not
     *     said
     */
    public record Step(
            int line, String command, Map<String, String> changes, boolean violation, Optional<Set<String>> may) {}

    /**
     * Reads a resource beside a class.
     *
     * @throws IllegalArgumentException if there is none, or its text is not that of a trace file; the line is told
     */
    public static TraceFile of(Class<?> beside, String resource) {
        try (InputStream in = beside.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no resource `" + resource + "` beside " + beside);
            }
            List<String> lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
            return new TraceReader(resource).read(lines);
        } catch (IOException e) {
            throw new IllegalArgumentException("`" + resource + "` can't be read", e);
        }
    }
}
