package dev.baton.dsl.elaborate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Question;
import dev.baton.model.expr.Shape;
import dev.baton.model.lowering.Lowering;
import dev.baton.model.protocol.Pattern;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.protocol.Source;
import dev.baton.model.protocol.Statements;
import dev.baton.model.protocol.Stmt;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What protocols are made of texts without mistakes: {@code elaborated/*.baton}, and {@code .txt} for the last check.
 */
final class ElaboratedTest {
    private static final Path FOLDER = Inputs.RESOURCES.resolve("elaborated");

    static List<Path> inputs() {
        return Inputs.in(FOLDER);
    }

    static List<Path> all() {
        return Stream.concat(inputs().stream(), Inputs.library().stream()).toList();
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void isElaborated(Path input) {
        String expected = input.toString().replace(".baton", ".txt");
        Inputs.golden(Path.of(expected), ProtocolText.of(Inputs.protocols(input).getLast()));
    }

    /** Nothing is said of the protocol library either, and what is made of it can be lowered. */
    @ParameterizedTest
    @MethodSource("all")
    void isLowered(Path input) {
        for (Protocol protocol : Inputs.protocols(input)) {
            assertThat(Lowering.lower(protocol).name()).isEqualTo(protocol.name());
        }
    }

    /** A new kind of node must be in some input. */
    @Test
    void everyKindOfNodeIsMade() {
        Set<Class<?>> made = new LinkedHashSet<>();
        for (Path input : inputs()) {
            for (Protocol protocol : Inputs.protocols(input)) {
                add(protocol, made);
            }
        }
        List<Class<?>> kinds = new ArrayList<>();
        for (Class<?> family : List.of(Stmt.class, Source.class, Pattern.class, Expr.class, Question.class)) {
            kinds.addAll(Arrays.asList(family.getPermittedSubclasses()));
        }
        assertThat(made).containsAll(kinds);
    }

    private static void add(Protocol protocol, Set<Class<?>> made) {
        List<Expr> exprs = new ArrayList<>(Bodies.asked(protocol));
        exprs.addAll(Bodies.guards(protocol));
        protocol.definitions().forEach(d -> exprs.add(d.body()));
        LintUses.variables(protocol).forEach(v -> exprs.add(v.init()));
        for (Stmt stmt : Bodies.statements(protocol)) {
            made.add(stmt.getClass());
            exprs.addAll(Statements.expressions(stmt));
            Statements.sources(stmt).forEach(s -> made.add(s.getClass()));
            patterns(stmt).forEach(p -> made.add(p.getClass()));
        }
        exprs.forEach(e -> Shape.visit(e, x -> {
            made.add(x.getClass());
            if (x instanceof Expr.Query query) {
                made.add(query.question().getClass());
            }
        }));
    }

    private static List<Pattern> patterns(Stmt stmt) {
        if (stmt instanceof Stmt.Match match) {
            return match.arms().stream().map(Stmt.Arm::pattern).toList();
        }
        if (stmt instanceof Stmt.If test) {
            return test.test().pattern().map(List::of).orElse(List.of());
        }
        return stmt instanceof Stmt.Receive receive ? List.of(receive.pattern()) : List.of();
    }
}
