package dev.baton.codegen;

import dev.baton.model.expr.Variable;
import dev.baton.model.lowering.ControlPoints;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Place;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.protocol.Source;
import dev.baton.model.protocol.Statements;
import dev.baton.model.protocol.Stmt;
import dev.baton.model.source.Code;
import dev.baton.model.source.Diagnostic;
import dev.baton.model.source.Span;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** What no Java is generated for, seen before anything is generated. */
final class Generable {
    /** Words hold non-negative codes, and one more for an empty slot of a channel. */
    private static final BigInteger MOST = BigInteger.ONE.shiftLeft(63).subtract(BigInteger.TWO);

    private final List<Diagnostic> problems = new ArrayList<>();

    private Generable() {}

    static List<Diagnostic> problems(Protocol protocol) {
        Generable pass = new Generable();
        for (Protocol.Memory m : protocol.variables()) {
            Variable v = m.variable();
            pass.word(v.name(), cell(v.type()), v.span());
        }
        protocol.channels().forEach(c -> pass.word(c.name(), c.element(), c.span()));
        for (ControlPoints.Unit unit : ControlPoints.of(protocol).units()) {
            for (ControlPoints.Local local : unit.locals()) {
                pass.word(local.name(), local.type(), local.variable().span());
            }
        }
        protocol.actors().forEach(pass::actor);
        return pass.problems;
    }

    private static Type cell(Type type) {
        return type instanceof Type.MapOf map ? cell(map.value()) : type;
    }

    private void word(String name, Type type, Span span) {
        if (Domain.size(type).compareTo(MOST) > 0) {
            problems.add(Diagnostic.of(Code.B1201, span, name, type.toString())
                    .withHelp("choose smaller ranges or sets, or keep it in several variables"));
        }
    }

    private void actor(Actor a) {
        a.actions().forEach(x -> {
            x.parameters().forEach(p -> word(p.name(), p.type(), x.span()));
            statements(x.body());
        });
        a.handlers().forEach(x -> statements(x.body()));
        a.tasks().forEach(x -> statements(x.body()));
        a.interrupts().forEach(x -> statements(x.body()));
    }

    private void statements(List<Stmt> body) {
        Statements.visit(
                body,
                s -> Statements.sources(s).forEach(source -> {
                    switch (source) {
                        case Source.Pure x -> {}
                        case Source.Cas x -> whole(x.place(), x.span());
                        case Source.FetchAdd x -> whole(x.place(), x.span());
                        case Source.Exchange x -> whole(x.place(), x.span());
                    }
                }));
    }

    private void whole(Place place, Span span) {
        Type at = place.root().type();
        int keys = 0;
        while (at instanceof Type.MapOf map) {
            at = map.value();
            keys++;
        }
        if (place.path().size() != keys) {
            problems.add(Diagnostic.of(Code.B1204, span, span.text())
                    .withHelp("work on the whole value, or make the part a variable of its own"));
        }
    }
}
