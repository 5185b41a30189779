package dev.baton.cli.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Quantifier;
import dev.baton.model.expr.Question;
import dev.baton.model.lowering.Lowering;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Pattern;
import dev.baton.model.protocol.Place;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.protocol.Source;
import dev.baton.model.protocol.Stmt;
import dev.baton.model.source.Span;
import dev.baton.model.system.Fairness;
import dev.baton.model.system.Property;
import dev.baton.model.type.Type;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Random protocols have every kind of node: a new kind that the generator can't make fails here. */
final class CoverageTest {
    private static final long SEED = 20_260_223;
    private static final int PROTOCOLS = 600;

    /** Only lowering makes these. */
    private static final Set<Op> LOWERED = EnumSet.of(
            Op.PUT, Op.SEQ_PUT, Op.REMOVE_AT, Op.INSERT_AT, Op.BAG_ADD, Op.BAG_REMOVE, Op.BAG_COUNT, Op.BAG_MEMBERS);

    private final Set<Object> seen = new HashSet<>();

    @Test
    void everyKindOfNodeIsDrawn() {
        for (int i = 0; i < PROTOCOLS; i++) {
            Protocol protocol = Trial.protocol(RandomProtocol.of(Numbers.of(SEED, i)))
                    .result()
                    .orElseThrow();
            visit(protocol);
            Lowering.lower(protocol).properties().forEach(p -> seen.add(p.kind()));
        }
        assertThat(wanted().stream().filter(kind -> !seen.contains(kind)).toList())
                .isEmpty();
    }

    private static List<Object> wanted() {
        List<Object> wanted = new ArrayList<>();
        for (Class<?> family : List.of(
                Stmt.class,
                Expr.class,
                Question.class,
                Pattern.class,
                Source.class,
                Place.Root.class,
                Place.Step.class,
                Type.class)) {
            wanted.addAll(List.of(family.getPermittedSubclasses()));
        }
        wanted.remove(Type.Bag.class);
        wanted.addAll(EnumSet.complementOf(EnumSet.copyOf(LOWERED)));
        wanted.addAll(EnumSet.allOf(Quantifier.class));
        wanted.addAll(EnumSet.allOf(Property.Kind.class));
        wanted.addAll(EnumSet.allOf(Protocol.Fault.Kind.class));
        wanted.addAll(EnumSet.allOf(Protocol.Channel.Kind.class));
        wanted.addAll(EnumSet.allOf(Protocol.Memory.Model.class));
        wanted.addAll(EnumSet.allOf(Actor.Kind.class));
        wanted.addAll(EnumSet.allOf(Fairness.Strength.class));
        return wanted;
    }

    private void visit(Object value) {
        switch (value) {
            case Span span -> {}
            case Optional<?> optional -> optional.ifPresent(this::visit);
            case List<?> list -> list.forEach(this::visit);
            case Enum<?> constant -> seen.add(constant);
            case Record node -> {
                seen.add(node.getClass());
                for (RecordComponent component : node.getClass().getRecordComponents()) {
                    try {
                        visit(component.getAccessor().invoke(node));
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
            default -> {}
        }
    }
}
