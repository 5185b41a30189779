package dev.baton.codegen.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/**
 * The text of a trace file; {@code dev.baton.runtime.trace.TraceFile} reads it and tells its form. Each step is told
 * once with all that it changes, and has a name by which traces call it; a trace that begins like an earlier one says
 * so.
 */
final class TraceText {
    /** A line of a trace is no longer than this, if a step's name isn't. */
    private static final int WIDTH = 120;

    /** A stem of fewer steps is written out. */
    private static final int STEM = 3;

    private final StringBuilder head = new StringBuilder();
    private final StepNames names;
    private final Map<String, Integer> sets = new LinkedHashMap<>();
    private final List<Block> blocks = new ArrayList<>();
    private final Stem root = new Stem("", 0);
    private Optional<SequencedSet<String>> first = Optional.empty();

    /**
     * A step and what is seen of it.
     *
     * @param changes what is seen changed; nothing if the step is an error
     */
    record Effect(String command, Map<String, String> changes, boolean error) {}

    /** A step of a trace; {@code may} lists the commands that can be taken then, empty if that isn't said. */
    record Told(Effect effect, Optional<SequencedSet<String>> may) {}

    /** A trace, or comments and how code parts from it. */
    private record Block(List<String> before, String begin, List<Told> steps, List<String> after) {}

    /** A beginning that traces have in common: the first that has it, and how many steps it is. */
    private static final class Stem {
        private final String trace;
        private final int steps;
        private final Map<Effect, Stem> longer = new HashMap<>();

        Stem(String trace, int steps) {
            this.trace = trace;
            this.steps = steps;
        }
    }

    /** @param many actors of which there are several, whose steps say of which member they are */
    TraceText(Set<String> many) {
        this.names = new StepNames(many);
        head.append("# baton-traces 2\n");
    }

    /** A line of what is told before steps and traces. */
    void head(String line) {
        head.append(line).append('\n');
    }

    /** What can be taken in the first state. */
    void first(SequencedSet<String> may) {
        first = Optional.of(may);
        number(may);
    }

    /** A trace, which may begin like one before. */
    void trace(String name, List<Told> steps) {
        Stem at = root;
        int known = 0;
        while (known < steps.size() && steps.get(known).may().isEmpty()) {
            Stem longer = at.longer.get(steps.get(known).effect());
            if (longer == null) {
                break;
            }
            at = longer;
            known++;
        }
        String from = known < STEM ? "" : " from " + at.trace + ":" + at.steps;
        remember(name, steps);
        add(new Block(
                List.of(), "trace " + name + from, steps.subList(known < STEM ? 0 : known, steps.size()), List.of()));
    }

    /** A counterexample of a known-bad design, {@code before} in comments, and how code parts from it. */
    void refused(List<String> before, String name, List<Effect> steps, List<String> parting) {
        List<Told> told = steps.stream().map(e -> new Told(e, Optional.empty())).toList();
        add(new Block(before, "refused " + name, told, parting));
    }

    private void remember(String name, List<Told> steps) {
        Stem at = root;
        for (int i = 0; i < steps.size(); i++) {
            int length = i + 1;
            at = at.longer.computeIfAbsent(steps.get(i).effect(), e -> new Stem(name, length));
        }
    }

    private void add(Block block) {
        block.steps.forEach(s -> {
            names.add(s.effect());
            s.may().ifPresent(this::number);
        });
        blocks.add(block);
    }

    private int number(SequencedSet<String> may) {
        String all = may.isEmpty() ? "none" : String.join("; ", may);
        sets.putIfAbsent(all, sets.size() + 1);
        return Objects.requireNonNull(sets.get(all));
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(head);
        sets.forEach((commands, number) ->
                out.append("may ").append(number).append(' ').append(commands).append('\n'));
        first.ifPresent(may -> out.append('?').append(number(may)).append('\n'));
        names.all().forEach((effect, name) -> {
            out.append("step ").append(name).append(' ').append(effect.command).append('\n');
            effect.changes.forEach((key, value) ->
                    out.append("  ").append(key).append(": ").append(value).append('\n'));
            if (effect.error) {
                out.append("  ! error\n");
            }
        });
        Map<Effect, String> called = names.all();
        blocks.forEach(b -> block(b, called, out));
        return out.toString();
    }

    private void block(Block block, Map<Effect, String> called, StringBuilder out) {
        out.append('\n');
        block.before.forEach(c -> out.append("# ").append(c).append('\n'));
        out.append(block.begin).append('\n');
        int column = 0;
        for (Told step : block.steps) {
            String word = called.get(step.effect())
                    + step.may().map(m -> " ?" + number(m)).orElse("");
            boolean wrap = column == 0 || column + 1 + word.length() > WIDTH;
            if (wrap && column > 0) {
                out.append('\n');
            }
            out.append(wrap ? "  " : " ").append(word);
            column = wrap ? 2 + word.length() : column + 1 + word.length();
        }
        if (column > 0) {
            out.append('\n');
        }
        block.after.forEach(l -> out.append(l).append('\n'));
    }
}
