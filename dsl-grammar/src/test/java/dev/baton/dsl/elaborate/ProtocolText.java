package dev.baton.dsl.elaborate;

import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.ExprPrinter;
import dev.baton.model.expr.Variable;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Pattern;
import dev.baton.model.protocol.Place;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.protocol.Source;
import dev.baton.model.protocol.Stmt;
import dev.baton.model.system.Property;
import dev.baton.model.type.Type;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A protocol as text for goldens: everything that is in it but spans and comments, near to Baton. */
final class ProtocolText {
    private final StringBuilder out = new StringBuilder();

    private ProtocolText() {}

    static String of(Protocol p) {
        ProtocolText text = new ProtocolText();
        text.protocol(p);
        return text.out.toString();
    }

    private void protocol(Protocol p) {
        line(0, "protocol " + p.name());
        p.parameters().forEach(x -> line(0, "constant " + x.name() + " = " + x.value()));
        p.types().forEach(t -> line(0, "type " + declared(t)));
        p.definitions()
                .forEach(d -> line(
                        0,
                        "fn " + d.name()
                                + d.parameters().stream()
                                        .map(x -> x.name() + ": " + x.type())
                                        .collect(Collectors.joining(", ", "(", ")"))
                                + ": " + d.result() + " = " + text(d.body())));
        p.variables().forEach(m -> {
            String model = m.model() == Protocol.Memory.Model.SC ? "memory " : "memory tso(" + m.buffer() + ") ";
            line(0, model + text(m.variable()));
        });
        p.resources().forEach(r -> line(0, "resource " + r.index() + optional(" owned by ", r.owner())));
        p.channels()
                .forEach(c -> line(
                        0,
                        "channel " + c.name() + ": " + c.from() + " -> " + c.to() + " carries " + c.element() + " "
                                + c.kind() + " capacity " + c.capacity()));
        p.ipis()
                .forEach(i -> line(
                        0,
                        "ipi " + i.name() + " to " + i.target() + (i.nmi() ? " nmi" : "") + " queued " + i.queued()
                                + (i.unordered() ? " unordered" : "")));
        p.actors().forEach(this::actor);
        p.faults().forEach(f -> line(0, "fault " + f.kind() + " " + f.target() + " at most " + f.budgetText()));
        p.properties().forEach(this::property);
        p.untils().forEach(u -> line(0, "until " + u.name() + ": " + text(u.hold()) + " until " + text(u.goal())));
        p.terminals().forEach(t -> line(0, "terminal " + text(t)));
    }

    private void property(Property p) {
        String binders = p.binders().stream().map(ProtocolText::text).collect(Collectors.joining(", "));
        line(
                0,
                p.kind() + " " + p.name() + ": " + (binders.isEmpty() ? "" : "forall " + binders + ": ")
                        + text(p.left()) + optional(" leads to ", p.right()));
    }

    private void actor(Actor a) {
        String index = a.index().single() ? "" : "[" + a.index().sizeText() + "]";
        line(
                0,
                a.kind() + " " + a.name() + index + optional(" on core ", a.core())
                        + (a.initiallyOff() ? " initially off" : ""));
        a.variables().forEach(v -> line(1, "var " + text(v)));
        a.tasks().forEach(t -> {
            line(1, t.fairness() + " task " + t.name() + optional(" on core ", t.core()));
            body(2, t.body());
        });
        a.interrupts().forEach(i -> {
            line(1, i.fairness() + " interrupt " + i.ipi() + optional(" on core ", i.core()));
            body(2, i.body());
        });
        a.actions().forEach(x -> {
            String parameters = x.parameters().stream().map(ProtocolText::text).collect(Collectors.joining(", "));
            line(1, x.fairness() + " action " + x.name() + "(" + parameters + ") when " + text(x.guard()));
            body(2, x.body());
        });
        a.handlers().forEach(h -> {
            String takes = h.channel() + "(" + text(h.pattern()) + ") from " + h.from();
            line(1, h.fairness() + " on " + takes + " as " + h.name() + " when " + text(h.guard()));
            body(2, h.body());
        });
    }

    private void body(int depth, List<Stmt> body) {
        body.forEach(s -> statement(depth, s));
    }

    private void statement(int depth, Stmt stmt) {
        switch (stmt) {
            case Stmt.Assign s -> line(depth, text(s.place()) + " = " + text(s.value()));
            case Stmt.Let s -> line(depth, "let " + s.name() + ": " + s.type() + " = " + text(s.value()));
            case Stmt.If s -> {
                line(depth, "if " + text(s.test()));
                body(depth + 1, s.then());
                line(depth, "else");
                body(depth + 1, s.otherwise());
            }
            case Stmt.While s -> {
                line(depth, "while " + text(s.test()));
                body(depth + 1, s.body());
            }
            case Stmt.Loop s -> {
                line(depth, "loop");
                body(depth + 1, s.body());
            }
            case Stmt.ForEach s -> {
                line(depth, "for " + s.name() + " in " + s.type());
                body(depth + 1, s.body());
            }
            case Stmt.Break s -> line(depth, "break");
            case Stmt.Continue s -> line(depth, "continue");
            case Stmt.Return s -> line(depth, "return");
            case Stmt.Match s -> {
                line(depth, "match " + text(s.source()));
                for (Stmt.Arm arm : s.arms()) {
                    line(depth + 1, text(arm.pattern()) + " =>");
                    body(depth + 2, arm.body());
                }
            }
            case Stmt.Await s -> line(depth, "await " + text(s.test()));
            case Stmt.Either s -> {
                for (List<Stmt> branch : s.branches()) {
                    line(depth, "either");
                    body(depth + 1, branch);
                }
            }
            case Stmt.Choose s -> line(depth, "choose " + text(new Binder(s.name(), s.type(), s.domain())));
            case Stmt.Send s -> {
                line(depth, "send " + s.channel() + "(" + text(s.message()) + ")" + optional(" to ", s.to()));
                s.otherwise().ifPresent(b -> {
                    line(depth, "else");
                    body(depth + 1, b);
                });
            }
            case Stmt.Receive s -> {
                String from = s.from().map(b -> " from " + text(b)).orElse("");
                line(depth, "receive " + s.channel() + "(" + text(s.pattern()) + ")" + from);
            }
            case Stmt.Raise s -> line(depth, "raise " + s.ipi() + optional(" to ", s.to()));
            case Stmt.Mask s -> line(depth, "mask " + s.ipi());
            case Stmt.Unmask s -> line(depth, "unmask " + s.ipi());
            case Stmt.Fence s -> line(depth, "fence");
            case Stmt.Start s -> line(depth, "start " + text(s.actor()));
            case Stmt.Halt s -> line(depth, "halt");
            case Stmt.Assert s -> line(depth, "assert " + text(s.condition()));
            case Stmt.Atomic s -> {
                line(depth, "atomic");
                body(depth + 1, s.body());
            }
            case Stmt.Skip s -> line(depth, "skip");
            case Stmt.Labelled s -> {
                line(depth, s.label() + ":");
                statement(depth, s.body());
            }
            case Stmt.Use s -> line(depth, "use " + text(s.resource()));
            case Stmt.Give s -> line(depth, "give " + text(s.resource()) + " to " + text(s.to()));
            case Stmt.Take s -> line(depth, "take " + text(s.resource()));
            case Stmt.Release s -> line(depth, "release " + text(s.resource()));
        }
    }

    private void line(int depth, String text) {
        out.append("  ".repeat(depth)).append(text).append('\n');
    }

    private static String declared(Type type) {
        return switch (type) {
            case Type.Enumeration t -> t.name() + " = " + String.join(" ", t.members());
            case Type.Index t -> t.name() + " = " + (t.single() ? "single" : "[" + t.sizeText() + "]");
            case Type.Struct t ->
                t.name()
                        + t.fields().stream()
                                .map(f -> f.name() + ": " + f.type())
                                .collect(Collectors.joining(", ", " = { ", " }"));
            case Type.Union t -> t.name();
            case Type.Bool t -> t.toString();
            case Type.Range t -> t.toString();
            case Type.Option t -> t.toString();
            case Type.SetOf t -> t.toString();
            case Type.Seq t -> t.toString();
            case Type.Bag t -> t.toString();
            case Type.MapOf t -> t.toString();
        };
    }

    private static String text(Variable v) {
        return v.name() + ": " + v.type() + " = " + text(v.init());
    }

    private static String text(Expr expr) {
        return ExprPrinter.print(expr);
    }

    private static String text(Binder b) {
        return b.name() + ": " + b.type() + " in " + text(b.domain());
    }

    private static String text(Pattern.Binding b) {
        return b.name() + ": " + b.type();
    }

    private static String optional(String before, Optional<Expr> expr) {
        return expr.map(e -> before + text(e)).orElse("");
    }

    private static String text(Stmt.Test test) {
        return test.pattern().map(p -> text(p) + " = ").orElse("") + text(test.source());
    }

    private static String text(Source source) {
        return switch (source) {
            case Source.Pure s -> text(s.value());
            case Source.Cas s -> "cas(" + text(s.place()) + ", " + text(s.expected()) + ", " + text(s.desired()) + ")";
            case Source.FetchAdd s -> "fetch_add(" + text(s.place()) + ", " + text(s.amount()) + ")";
            case Source.Exchange s -> "xchg(" + text(s.place()) + ", " + text(s.value()) + ")";
        };
    }

    private static String text(Place place) {
        StringBuilder text = new StringBuilder(
                switch (place.root()) {
                    case Place.VariableRoot r -> r.variable().name();
                    case Place.LocalRoot r -> r.name();
                });
        for (Place.Step step : place.path()) {
            switch (step) {
                case Place.Key k -> text.append('[').append(text(k.key())).append(']');
                case Place.Field f -> text.append('.').append(f.name());
            }
        }
        return text.toString();
    }

    private static String text(Pattern pattern) {
        return switch (pattern) {
            case Pattern.Some p -> "some(" + p.binder().map(ProtocolText::text).orElse("_") + ")";
            case Pattern.None p -> "none";
            case Pattern.Constant p -> p.value().toString();
            case Pattern.Anything p -> p.binder().map(ProtocolText::text).orElse("_");
            case Pattern.Variant p ->
                p.variant().name()
                        + p.whole().map(b -> " " + text(b)).orElse("")
                        + (p.fields().isEmpty()
                                ? ""
                                : p.fields().stream()
                                        .map(f -> f.field() + ": " + text(f.binder()))
                                        .collect(Collectors.joining(", ", " { ", " }")));
        };
    }
}
