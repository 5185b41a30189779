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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What no Java is generated for, seen before anything is generated. */
final class Generable {
    /** Words hold non-negative codes, and one more for an empty slot of a channel. */
    private static final BigInteger MOST = BigInteger.ONE.shiftLeft(63).subtract(BigInteger.TWO);

    private final List<Diagnostic> problems = new ArrayList<>();

    /** Variables whose stores go through store buffers. */
    private final Set<Variable> buffered = new HashSet<>();

    private Generable() {}

    static List<Diagnostic> problems(Protocol protocol) {
        Generable pass = new Generable();
        for (Protocol.Memory m : protocol.variables()) {
            Variable v = m.variable();
            pass.word(v.name(), cell(v.type()), v.span());
            if (m.model() == Protocol.Memory.Model.TSO) {
                pass.buffered.add(v);
            }
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
            statements(a, x.body());
        });
        a.handlers().forEach(x -> statements(a, x.body()));
        a.tasks().forEach(x -> statements(a, x.body()));
        a.interrupts().forEach(x -> statements(a, x.body()));
    }

    private void statements(Actor a, List<Stmt> body) {
        Statements.visit(body, s -> {
            Statements.sources(s).forEach(source -> {
                switch (source) {
                    case Source.Pure x -> {}
                    case Source.Cas x -> whole(x.place(), x.span());
                    case Source.FetchAdd x -> whole(x.place(), x.span());
                    case Source.Exchange x -> whole(x.place(), x.span());
                }
            });
            if (s instanceof Stmt.Assign x && a.kind() != Actor.Kind.ENVIRONMENT) {
                store(x);
            }
        });
    }

    private void whole(Place place, Span span) {
        if (!isWord(place)) {
            problems.add(Diagnostic.of(Code.B1204, span, span.text())
                    .withHelp("work on the whole value, or make the part a variable of its own"));
        }
    }

    /** What waits in a store buffer is a word; a part of it would be stored with what the rest was before. */
    private void store(Stmt.Assign x) {
        if (x.place().root() instanceof Place.VariableRoot root
                && buffered.contains(root.variable())
                && !isWord(x.place())) {
            problems.add(Diagnostic.of(
                            Code.B1205,
                            x.span(),
                            x.span().text(),
                            root.variable().name())
                    .withHelp("store words one by one, or make the part a variable of its own"));
        }
    }

    private static boolean isWord(Place place) {
        Type at = place.root().type();
        int keys = 0;
        while (at instanceof Type.MapOf map) {
            at = map.value();
            keys++;
        }
        return place.path().size() == keys;
    }
}
