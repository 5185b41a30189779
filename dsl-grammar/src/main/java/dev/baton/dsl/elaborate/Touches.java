package dev.baton.dsl.elaborate;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Question;
import dev.baton.model.expr.Variable;
import dev.baton.model.protocol.Place;
import dev.baton.model.protocol.Source;
import dev.baton.model.protocol.Statements;
import dev.baton.model.protocol.Stmt;
import dev.baton.model.source.Span;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * How often the step of a statement touches shared memory and channels, counted in the text: a word of memory once for
 * each time it stands there, through functions too; a whole map of memory, and a word read for each element of a set,
 * more often than once. What stands in the blocks of a statement is of other steps.
 */
final class Touches {
    /** @param many whether this alone is more than one touch */
    record Touch(String name, boolean many, Span span) {}

    private final List<Touch> found = new ArrayList<>();

    private Touches() {}

    /** In the order of the text. */
    static List<Touch> of(Stmt stmt) {
        Touches pass = new Touches();
        pass.statement(stmt);
        return pass.found;
    }

    private void statement(Stmt stmt) {
        if (stmt instanceof Stmt.Assign s) {
            place(s.place());
            source(s.value());
        } else if (Statements.sources(stmt).isEmpty()) {
            Statements.expressions(stmt).forEach(this::visit);
        } else {
            Statements.sources(stmt).forEach(this::source);
        }
        if (stmt instanceof Stmt.Send s) {
            found.add(new Touch(s.channel(), false, s.span()));
        }
        if (stmt instanceof Stmt.Receive s) {
            found.add(new Touch(s.channel(), false, s.span()));
        }
    }

    private void source(Source source) {
        switch (source) {
            case Source.Pure s -> visit(s.value());
            case Source.Cas s -> {
                place(s.place());
                visit(s.expected());
                visit(s.desired());
            }
            case Source.FetchAdd s -> {
                place(s.place());
                visit(s.amount());
            }
            case Source.Exchange s -> {
                place(s.place());
                visit(s.value());
            }
        }
    }

    private void place(Place place) {
        if (place.root() instanceof Place.VariableRoot root) {
            touch(root.variable(), place.type(), place.span());
        }
        for (Place.Step step : place.path()) {
            if (step instanceof Place.Key key) {
                visit(key.key());
            }
        }
    }

    private void touch(Variable variable, Type touched, Span span) {
        if (variable.role() == Variable.Role.MEMORY) {
            found.add(new Touch(variable.name(), touched instanceof Type.MapOf, span));
        }
    }

    private void visit(Expr expr) {
        switch (expr) {
            case Expr.Read e -> touch(e.variable(), e.type(), e.span());
            case Expr.Apply e -> {
                if (e.op() == Op.AT) {
                    at(e);
                } else {
                    e.args().forEach(this::visit);
                }
            }
            case Expr.Quantified e -> quantified(e);
            case Expr.If e -> {
                visit(e.condition());
                longer(e.then(), e.otherwise());
            }
            case Expr.Query e -> {
                e.args().forEach(this::visit);
                if (e.question() instanceof Question.Contents c) {
                    found.add(new Touch(c.channel(), false, e.span()));
                }
            }
            case Expr.Call e -> {
                e.args().forEach(this::visit);
                of(e.definition().body()).forEach(t -> found.add(new Touch(t.name(), t.many(), e.span())));
            }
            case Expr.Literal e -> {}
            case Expr.Constant e -> {}
            case Expr.Local e -> {}
            case Expr.Domain e -> {}
            case Expr.Get e -> visit(e.target());
            case Expr.Make e -> e.fields().forEach(this::visit);
            case Expr.With e -> e.children().forEach(this::visit);
            case Expr.Let e -> e.children().forEach(this::visit);
            case Expr.Is e -> visit(e.target());
            case Expr.As e -> visit(e.target());
            case Expr.Fits e -> visit(e.target());
        }
    }

    /** One entry of a map of memory, or of a map of maps. */
    private void at(Expr.Apply at) {
        Expr map = at;
        List<Expr> keys = new ArrayList<>();
        while (map instanceof Expr.Apply a && a.op() == Op.AT) {
            keys.addFirst(a.arg(1));
            map = a.arg(0);
        }
        if (map instanceof Expr.Read read) {
            touch(read.variable(), at.type(), at.span());
        } else {
            visit(map);
        }
        keys.forEach(this::visit);
    }

    private void quantified(Expr.Quantified e) {
        visit(e.binder().domain());
        boolean often = Domain.size(e.binder().type()).compareTo(BigInteger.ONE) > 0;
        of(e.body()).forEach(t -> found.add(new Touch(t.name(), t.many() || often, t.span())));
    }

    private void longer(Expr a, Expr b) {
        List<Touch> first = of(a);
        List<Touch> second = of(b);
        found.addAll(weight(second) > weight(first) ? second : first);
    }

    private static long weight(List<Touch> touches) {
        return touches.size() + touches.stream().filter(Touch::many).count();
    }

    private static List<Touch> of(Expr expr) {
        Touches pass = new Touches();
        pass.visit(expr);
        return pass.found;
    }
}
