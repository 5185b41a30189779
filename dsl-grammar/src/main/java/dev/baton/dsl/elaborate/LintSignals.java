package dev.baton.dsl.elaborate;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Question;
import dev.baton.model.expr.Shape;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Pattern;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.protocol.Statements;
import dev.baton.model.protocol.Stmt;
import dev.baton.model.source.Code;
import dev.baton.model.source.Span;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Channels and IPIs of which one end is missing, and handlers for what nobody sends. */
final class LintSignals {
    private final Protocol protocol;
    private final Session session;
    private final List<Stmt.Send> sends = new ArrayList<>();
    private final List<Taken> taken = new ArrayList<>();
    private final Set<String> raised = new LinkedHashSet<>();
    private final Set<String> handled = new LinkedHashSet<>();
    private final Set<String> polled = new LinkedHashSet<>();

    private record Taken(String channel, Pattern pattern, Span span) {}

    private LintSignals(Protocol protocol, Session session) {
        this.protocol = protocol;
        this.session = session;
    }

    static void lint(Protocol protocol, Session session) {
        LintSignals pass = new LintSignals(protocol, session);
        pass.gather();
        protocol.channels().forEach(pass::channel);
        protocol.ipis().forEach(pass::ipi);
        protocol.faults().forEach(pass::fault);
    }

    private void gather() {
        for (Stmt stmt : Bodies.statements(protocol)) {
            if (stmt instanceof Stmt.Send s) {
                sends.add(s);
            }
            if (stmt instanceof Stmt.Receive s) {
                taken.add(new Taken(s.channel(), s.pattern(), s.span()));
            }
            if (stmt instanceof Stmt.Raise s) {
                raised.add(s.ipi());
            }
            Statements.expressions(stmt).forEach(this::poll);
        }
        Bodies.guards(protocol).forEach(this::poll);
        for (Actor actor : protocol.actors()) {
            actor.handlers().forEach(h -> taken.add(new Taken(h.channel(), h.pattern(), head(h.span()))));
            actor.interrupts().forEach(i -> handled.add(i.ipi()));
        }
    }

    private void poll(Expr expr) {
        Shape.visit(expr, e -> {
            if (e instanceof Expr.Query q && q.question() instanceof Question.Pending p) {
                polled.add(p.ipi());
            }
        });
    }

    private void channel(Protocol.Channel channel) {
        List<Stmt.Send> in =
                sends.stream().filter(s -> s.channel().equals(channel.name())).toList();
        List<Taken> out =
                taken.stream().filter(t -> t.channel().equals(channel.name())).toList();
        if (in.isEmpty() && out.isEmpty()) {
            here(channel.span(), Code.B0801, "the channel", channel.name());
            return;
        }
        if (out.isEmpty()) {
            here(channel.span(), Code.B0803, "receives from", channel.name());
        }
        for (Taken t : out) {
            if (in.isEmpty()) {
                session.problems.say(Code.B0804, t.span(), "sends on", channel.name());
            } else if (t.pattern() instanceof Pattern.Variant v && in.stream().noneMatch(s -> may(s, v.variant()))) {
                session.problems.help(
                        Code.B0804,
                        t.span(),
                        "other messages are sent on `" + channel.name() + "`",
                        "sends",
                        v.variant().name());
            }
        }
    }

    /** Whether a message may be of a variant. */
    private static boolean may(Stmt.Send send, Type.Struct variant) {
        return Kinds.variants(send.message().type())
                .filter(all -> all.stream().noneMatch(v -> v.name().equals(variant.name())))
                .isEmpty();
    }

    private void ipi(Protocol.Ipi ipi) {
        boolean isHandled = handled.contains(ipi.name());
        boolean isRaised = raised.contains(ipi.name());
        if (!isRaised && !isHandled) {
            here(ipi.span(), Code.B0801, "the IPI", ipi.name());
        } else if (!isHandled && !polled.contains(ipi.name())) {
            here(ipi.span(), Code.B0803, "handles", ipi.name());
        } else if (!isRaised) {
            for (Actor actor : protocol.actors()) {
                actor.interrupts().stream()
                        .filter(i -> i.ipi().equals(ipi.name()))
                        .forEach(i -> session.problems.say(Code.B0804, head(i.span()), "raises", ipi.name()));
            }
        }
    }

    private void fault(Protocol.Fault fault) {
        boolean crashes = protocol.faults().stream()
                .anyMatch(
                        f -> f.kind() == Protocol.Fault.Kind.CRASH && f.target().equals(fault.target()));
        if (fault.kind() == Protocol.Fault.Kind.RESTART && !crashes) {
            session.problems.help(
                    Code.B0813,
                    fault.span(),
                    "say `fault crash " + fault.target() + " at most …` too",
                    ElaborateFaults.word(fault.kind()),
                    fault.target(),
                    "`" + fault.target() + "` never crashes");
        }
    }

    private void here(Span span, Code code, String... arguments) {
        if (span.file().equals(protocol.source())) {
            session.problems.say(code, span, arguments);
        }
    }

    /** The first line of something long, up to its brace. */
    static Span head(Span span) {
        int brace = span.text().indexOf('{');
        int line = span.text().indexOf('\n');
        int length = line > 0 ? line : span.text().length();
        if (brace > 0 && span.text().substring(brace).contains("\n")) {
            length = Math.min(length, brace);
        }
        String text = span.text().substring(0, length).stripTrailing();
        return new Span(span.file(), span.start(), span.start() + text.length());
    }
}
