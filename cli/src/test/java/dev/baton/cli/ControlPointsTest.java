package dev.baton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.dsl.Frontend;
import dev.baton.dsl.LoadedFile;
import dev.baton.dsl.elaborate.CheckSpec;
import dev.baton.model.expr.Variable;
import dev.baton.model.lowering.ControlPoints;
import dev.baton.model.lowering.Lowering;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.source.SourceFile;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The places that code and logs are tied to are those of the system. */
final class ControlPointsTest {
    private static final Path SPECS =
            Path.of(System.getProperty("baton.root", "..")).resolve("specs");

    private static final Set<Variable.Role> TOLD = EnumSet.of(
            Variable.Role.CONTROL,
            Variable.Role.LOCAL,
            Variable.Role.CHANNEL,
            Variable.Role.PENDING,
            Variable.Role.MASK,
            Variable.Role.LIFE,
            Variable.Role.OWNER);

    @TestFactory
    Stream<DynamicTest> everySpec() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(SPECS)) {
            files = all.filter(f -> f.toString().endsWith(".baton")).sorted().toList();
        }
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                    LoadedFile loaded = Frontend.load(file).result().orElseThrow();
                    for (CheckSpec check : loaded.checks()) {
                        tellAllVariables(Frontend.protocol(loaded, check.parameters())
                                .result()
                                .orElseThrow());
                    }
                }));
    }

    private static void tellAllVariables(Protocol protocol) {
        TransitionSystem system = Lowering.lower(protocol);
        ControlPoints points = ControlPoints.of(protocol);
        List<Variable> told = new ArrayList<>();
        List.of(points.channels(), points.pending(), points.masked(), points.lives(), points.owners())
                .forEach(some -> told.addAll(some.values()));
        for (ControlPoints.Unit unit : points.units()) {
            unit.control().ifPresent(control -> {
                told.add(control);
                Type type = control.type() instanceof Type.MapOf map ? map.value() : control.type();
                List<String> labels = new ArrayList<>(
                        unit.points().stream().map(ControlPoints.Point::label).toList());
                labels.add(unit.rest());
                assertThat(((Type.Enumeration) type).members()).containsExactlyInAnyOrderElementsOf(labels);
                assertThat(labels).contains(unit.first());
            });
            unit.locals().forEach(local -> told.add(local.variable()));
        }
        // Variables are equal when their names are.
        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(system.variables().stream()
                        .filter(variable -> TOLD.contains(variable.role()))
                        .toList());
    }

    @Test
    void copiesOfAnUnrolledStatement() {
        LoadedFile loaded = Frontend.load(Path.of("p.baton"), new SourceFile("p.baton", """
            protocol P
            kernel K {
              var n: 0..9 = 0
              task run {
                for i in 1..2 {
                  for b in bool {
                    n += i
                  }
                  skip
                }
              }
            }
            """))
                .result()
                .orElseThrow();
        ControlPoints points =
                ControlPoints.of(Frontend.protocol(loaded, Map.of()).result().orElseThrow());
        assertThat(points.units().getFirst().points().stream()
                        .map(point -> point.label() + " of " + point.original() + " " + point.constants()))
                .containsExactly(
                        "set_n of set_n {b=false, i=1}",
                        "set_n_2 of set_n {b=true, i=1}",
                        "skip of skip {i=1}",
                        "set_n_3 of set_n {b=false, i=2}",
                        "set_n_4 of set_n {b=true, i=2}",
                        "skip_2 of skip {i=2}");
        assertThat(points.units().getFirst().points().getFirst().constants().get("i"))
                .isEqualTo(Value.of(1));
    }
}
