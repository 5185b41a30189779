package dev.baton.checker.explicit.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.checker.explicit.draw.Choices;
import dev.baton.checker.explicit.draw.Steps;
import dev.baton.checker.explicit.ir.DrawTerms;
import dev.baton.checker.explicit.ir.Node;
import dev.baton.checker.explicit.ir.NodeValues;
import dev.baton.checker.explicit.ir.Terms;
import dev.baton.checker.explicit.program.Instance;
import dev.baton.checker.explicit.program.Persistent;
import dev.baton.checker.explicit.program.Program;
import dev.baton.checker.explicit.program.Resets;
import dev.baton.checker.explicit.search.CompiledSystem;
import dev.baton.checker.explicit.search.Probes;
import java.lang.classfile.ClassFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What generated code gives is what the terms are by the definition of their opcodes. */
final class SystemEmitterTest {
    private static final int WORDS = 2;
    private static final int AT = 1;

    private final Terms terms = new Terms();

    @Provide
    Arbitrary<List<Integer>> numbers() {
        return Choices.arbitrary();
    }

    private Program program(
            List<Instance> instances, List<Node> state, List<Node> step, Node mayStop, List<Persistent> persistent) {
        return new Program(
                WORDS,
                WORDS * 64,
                Collections.nCopies(WORDS, 0L),
                instances,
                instances,
                mayStop,
                state,
                step,
                List.of(),
                persistent,
                Resets.NONE,
                Set.of());
    }

    /** What a task can do where it stands: most guards compare one of two fields. */
    private List<Node> guard(DrawTerms draw, Choices choices) {
        List<Node> guard = new ArrayList<>();
        Node place = terms.field(terms.word(0), choices.below(2) * 3, 3);
        if (choices.below(4) > 0) {
            guard.add(terms.equal(place, terms.constant(choices.below(8))));
        }
        for (int i = choices.below(3); i > 0; i--) {
            Node more = draw.truth(2).node();
            if (!more.constant()) {
                guard.add(more);
            }
        }
        return guard;
    }

    private List<Instance> instances(int count, int depth, DrawTerms draw, Choices choices) {
        List<Instance> instances = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Instance.Check> checks = new ArrayList<>();
            for (int k = choices.below(3); k > 0; k--) {
                Node holds = draw.truth(depth).node();
                if (!holds.isTrue()) {
                    checks.add(new Instance.Check(holds, after(depth, draw)));
                }
                if (holds.isFalse()) {
                    break;
                }
            }
            instances.add(Steps.instance(i, guard(draw, choices), checks, after(depth, draw)));
        }
        return instances;
    }

    private static List<Node> after(int depth, DrawTerms draw) {
        List<Node> words = new ArrayList<>();
        for (int i = 0; i < WORDS; i++) {
            words.add(draw.bits(depth).node());
        }
        return words;
    }

    /** By instance, the state that a step leads to. */
    private static Map<Integer, List<Long>> expected(List<Instance> instances, long[] state) {
        NodeValues values = new NodeValues(state);
        Map<Integer, List<Long>> found = new TreeMap<>();
        for (Instance instance : instances) {
            if (instance.guard().stream().allMatch(values::holds)) {
                List<Node> words = instance.checks().stream()
                        .filter(c -> !values.holds(c.holds()))
                        .map(Instance.Check::words)
                        .findFirst()
                        .orElse(instance.words());
                found.put(instance.number(), words.stream().map(values::of).toList());
            }
        }
        return found;
    }

    private static long[] placed(long[] state) {
        long[] places = new long[AT + WORDS];
        System.arraycopy(state, 0, places, AT, WORDS);
        return places;
    }

    /** Takes steps behind some that are there already. */
    private static Map<Integer, List<Long>> taken(CompiledSystem system, long[] state, boolean fewer) {
        int there = 2;
        long[] to = new long[(there + system.mostSuccessors()) * WORDS];
        int[] by = new int[there + system.mostSuccessors()];
        int n = fewer
                ? system.fewerSuccessors(placed(state), AT, to, by, there)
                : system.successors(placed(state), AT, to, by, there);
        assertThat(Arrays.stream(to).limit((long) there * WORDS)).containsOnly(0L);
        Map<Integer, List<Long>> found = new TreeMap<>();
        for (int i = there; i < n; i++) {
            found.put(
                    by[i], Arrays.stream(to, i * WORDS, (i + 1) * WORDS).boxed().toList());
        }
        assertThat(found).as("each step once").hasSize(n - there);
        return found;
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void stepsAreTaken(@ForAll("numbers") List<Integer> numbers, @ForAll("numbers") List<Integer> more) {
        Choices choices = new Choices(numbers);
        List<Instance> instances = instances(choices.between(1, 9), 3, new DrawTerms(terms, choices, WORDS), choices);
        CompiledSystem system = SystemEmitter.load(program(instances, List.of(), List.of(), terms.zero, List.of()));
        Choices states = new Choices(more);
        for (int i = 0; i < 12; i++) {
            long[] state = states.words(WORDS);
            assertThat(taken(system, state, false)).isEqualTo(expected(instances, state));
        }
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void predicatesAreAsked(@ForAll("numbers") List<Integer> numbers, @ForAll("numbers") List<Integer> more) {
        Choices choices = new Choices(numbers);
        DrawTerms ofState = new DrawTerms(terms, choices, WORDS);
        DrawTerms ofStep = new DrawTerms(terms, choices, 2 * WORDS);
        List<Node> state = new ArrayList<>();
        List<Node> step = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            step.add(ofStep.truth(4).node());
            state.add(ofState.truth(4).node());
        }
        CompiledSystem system = SystemEmitter.load(program(List.of(), state, step, state.getFirst(), List.of()));
        Probes probes = ProbeEmitter.load(ProbeEmitter.bytes(
                WORDS, List.of(List.of(state), List.of(state.subList(0, 1), state.subList(1, 3))), step));
        Choices states = new Choices(more);
        for (int i = 0; i < 12; i++) {
            long[] both = states.words(2 * WORDS);
            long[] before = placed(Arrays.copyOf(both, WORDS));
            long[] after = placed(Arrays.copyOfRange(both, WORDS, 2 * WORDS));
            NodeValues values = new NodeValues(both);
            assertThat(system.decided(before, AT)).isEqualTo(bits(state, values));
            assertThat(system.mayStop(before, AT)).isEqualTo(values.holds(state.getFirst()));
            assertThat(system.refuted(before, AT, after, AT)).isEqualTo(bits(step, values));
            assertThat(probes.ofState(0, before, AT)).isEqualTo(state.stream().allMatch(values::holds));
            assertThat(probes.ofState(1, before, AT))
                    .isEqualTo(
                            values.holds(state.get(0)) || (values.holds(state.get(1)) && values.holds(state.get(2))));
            assertThat(probes.ofStep(3, before, AT, after, AT)).isEqualTo(values.holds(step.get(3)));
        }
    }

    private static long bits(List<Node> predicates, NodeValues values) {
        long bits = 0;
        for (int i = 0; i < predicates.size(); i++) {
            bits |= values.holds(predicates.get(i)) ? 1L << i : 0;
        }
        return bits;
    }

    /** More than a method holds: parts of the decision tree are methods of their own. */
    @Property(tries = 4, edgeCases = EdgeCasesMode.NONE)
    void manyStepsAreTaken(@ForAll("numbers") List<Integer> numbers) {
        List<Integer> longer = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int times = i;
            numbers.forEach(n -> longer.add((n ^ times * 0x2545F491) & Integer.MAX_VALUE));
        }
        Choices choices = new Choices(longer);
        List<Instance> instances = instances(300, 2, new DrawTerms(terms, choices, WORDS), choices);
        Program program = program(instances, List.of(), List.of(), terms.zero, List.of());
        long methods = ClassFile.of().parse(SystemEmitter.bytes(program)).methods().stream()
                .filter(m -> m.methodName().stringValue().startsWith("successors_"))
                .count();
        assertThat(methods).isGreaterThan(3);
        CompiledSystem system = SystemEmitter.load(program);
        for (int i = 0; i < 100; i++) {
            long[] state = choices.words(WORDS);
            assertThat(taken(system, state, false)).isEqualTo(expected(instances, state));
        }
    }

    @Property(tries = 80, edgeCases = EdgeCasesMode.NONE)
    void theFirstSetWithAStepIsTaken(@ForAll("numbers") List<Integer> numbers, @ForAll("numbers") List<Integer> more) {
        Choices choices = new Choices(numbers);
        DrawTerms draw = new DrawTerms(terms, choices, WORDS);
        List<Instance> instances = instances(6, 2, draw, choices);
        List<Persistent> sets = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            List<Node> condition = guard(draw, choices);
            int from = choices.below(5);
            sets.add(new Persistent(condition, instances.subList(from, choices.between(from + 1, 6))));
        }
        CompiledSystem system = SystemEmitter.load(program(instances, List.of(), List.of(), terms.zero, sets));
        Choices states = new Choices(more);
        for (int i = 0; i < 12; i++) {
            long[] state = states.words(WORDS);
            NodeValues values = new NodeValues(state);
            Optional<Map<Integer, List<Long>>> first = sets.stream()
                    .filter(set -> set.condition().stream().allMatch(values::holds))
                    .map(set -> expected(set.instances(), state))
                    .filter(steps -> !steps.isEmpty())
                    .findFirst();
            assertThat(taken(system, state, true)).isEqualTo(first.orElse(Map.of()));
        }
    }

    /** A field of more than 32 bits may equal a small number in its lower bits alone. */
    @Example
    void wideFieldsAreComparedAsAWhole() {
        Node wide = terms.field(terms.word(0), 4, 40);
        List<Instance> instances = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            instances.add(Steps.instance(
                    i, List.of(terms.equal(wide, terms.constant(i))), List.of(terms.word(0), terms.constant(i))));
        }
        CompiledSystem system = SystemEmitter.load(program(instances, List.of(), List.of(), terms.zero, List.of()));
        assertThat(taken(system, new long[] {2 << 4, 7}, false)).containsOnlyKeys(2);
        assertThat(taken(system, new long[] {(1L << 32 | 2) << 4, 7}, false)).isEmpty();
    }
}
