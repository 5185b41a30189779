package dev.baton.checker.explicit.symbolic;

import dev.baton.checker.explicit.encode.Conversion;
import dev.baton.checker.explicit.encode.SeqOps;
import dev.baton.checker.explicit.encode.SetOps;
import dev.baton.checker.explicit.encode.Val;
import dev.baton.checker.explicit.encode.Vals;
import dev.baton.checker.explicit.ir.Node;
import dev.baton.checker.explicit.ir.Terms;
import dev.baton.checker.explicit.ir.TooLargeException;
import dev.baton.model.expr.Bindings;
import dev.baton.model.expr.Definition;
import dev.baton.model.expr.Expr;
import dev.baton.model.type.Join;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Expressions as values over terms. Where an expression is undefined its value is anything: lowering has put a check
 * before each such use.
 */
public final class Evaluation {
    /** So many expressions are evaluated in a few seconds: a quantifier over far more would take hours to unroll. */
    private static final int MOST = 4_000_000;

    private final Vals vals;
    private final Terms terms;
    private final Reader reader;
    private int evaluated;
    private final Conversion conversion;
    private final SetOps sets;
    private final Quantification quantification;
    private final Application application;

    public Evaluation(Vals vals, Reader reader) {
        this.vals = vals;
        this.terms = vals.terms();
        this.reader = reader;
        this.conversion = new Conversion(vals);
        this.sets = new SetOps(vals, conversion);
        this.quantification = new Quantification(this);
        this.application = new Application(this, new SeqOps(vals, conversion));
    }

    Vals vals() {
        return vals;
    }

    Terms terms() {
        return terms;
    }

    SetOps sets() {
        return sets;
    }

    Conversion conversion() {
        return conversion;
    }

    /** An integer; its type is as narrow as its bounds tell. */
    static Val integer(Node node) {
        int low = Math.clamp(node.low(), Integer.MIN_VALUE, Integer.MAX_VALUE);
        int high = Math.clamp(node.high(), Integer.MIN_VALUE, Integer.MAX_VALUE);
        return new Val.Scalar(Type.Range.of(low, high), node);
    }

    /** A boolean expression. */
    public Node truth(Expr expr, Bindings<Val> locals) {
        return vals.node(val(expr, locals));
    }

    /** An expression as a value of a type that has it. */
    public Val as(Type type, Expr expr, Bindings<Val> locals) {
        return conversion.to(type, val(expr, locals));
    }

    /** What may be in a set-valued expression, and when it is. */
    public List<SetOps.Candidate> candidates(Expr set, Bindings<Val> locals) {
        return quantification.candidates(set, locals);
    }

    public Val val(Expr expr, Bindings<Val> locals) {
        if (++evaluated > MOST) {
            throw new TooLargeException("its quantifiers, unrolled, ask for more than " + MOST + " values");
        }
        return switch (expr) {
            case Expr.Literal e -> vals.constant(e.value(), e.type());
            case Expr.Constant e -> vals.constant(e.value(), e.type());
            case Expr.Read e -> reader.read(e.variable(), e.primed());
            case Expr.Local e -> locals.get(e.name());
            case Expr.Apply e -> application.val(e, locals);
            case Expr.Get e -> field(val(e.target(), locals), e.field());
            case Expr.Make e -> {
                List<Val> fields = new ArrayList<>();
                for (int i = 0; i < e.fields().size(); i++) {
                    fields.add(as(e.type().fields().get(i).type(), e.fields().get(i), locals));
                }
                yield vals.make(e.type(), fields);
            }
            case Expr.With e -> changed(e, locals);
            case Expr.If e -> choice(e, locals);
            case Expr.Let e -> val(e.body(), locals.withLazy(e.name(), () -> val(e.value(), locals)));
            case Expr.Quantified e -> quantification.val(e, locals);
            case Expr.Domain e -> sets.all(new Type.SetOf(e.element()));
            case Expr.Is e -> vals.truth(is(val(e.target(), locals), e.variant()));
            case Expr.As e -> as(e.type(), e.target(), locals);
            case Expr.Fits e -> vals.truth(conversion.fits(e.range(), val(e.target(), locals)));
            case Expr.Call e -> val(e.definition().body(), arguments(e, locals));
            case Expr.Query e -> throw new IllegalStateException("lowering left a question: " + e.question());
        };
    }

    private Val choice(Expr.If e, Bindings<Val> locals) {
        Node condition = truth(e.condition(), locals);
        if (condition.constant()) {
            return val(condition.isTrue() ? e.then() : e.otherwise(), locals);
        }
        return choose(condition, val(e.then(), locals), val(e.otherwise(), locals));
    }

    private Val field(Val struct, String name) {
        if (struct.type() instanceof Type.Struct type) {
            return vals.part(struct, type.indexOf(name));
        }
        Type.Union union = (Type.Union) struct.type();
        Optional<Val> found = Optional.empty();
        for (int i = 0; i < union.variants().size(); i++) {
            if (union.variants().get(i).indexOf(name) >= 0) {
                Val here = field(vals.part(struct, i + 1), name);
                Node is = vals.is(struct, i);
                found = Optional.of(found.map(other -> choose(is, here, other)).orElse(here));
            }
        }
        return found.orElseThrow();
    }

    /** One of two values whose types may differ. */
    Val choose(Node condition, Val then, Val otherwise) {
        Type type = Join.of(then.type(), otherwise.type());
        return vals.choose(condition, conversion.to(type, then), conversion.to(type, otherwise));
    }

    private Val changed(Expr.With with, Bindings<Val> locals) {
        Val base = val(with.base(), locals);
        Type.Struct type = (Type.Struct) base.type();
        List<Val> fields = new ArrayList<>();
        for (int i = 0; i < type.fields().size(); i++) {
            fields.add(vals.part(base, i));
        }
        for (Expr.FieldValue change : with.changes()) {
            int i = type.indexOf(change.field());
            fields.set(i, as(type.fields().get(i).type(), change.value(), locals));
        }
        return vals.make(type, fields);
    }

    private Node is(Val union, String variant) {
        if (union.type() instanceof Type.Struct struct) {
            return terms.truth(struct.name().equals(variant));
        }
        Type.Union type = (Type.Union) union.type();
        for (int i = 0; i < type.variants().size(); i++) {
            if (type.variants().get(i).name().equals(variant)) {
                return vals.is(union, i);
            }
        }
        return terms.zero;
    }

    private Bindings<Val> arguments(Expr.Call call, Bindings<Val> locals) {
        Bindings<Val> bound = Bindings.empty();
        List<Definition.Parameter> parameters = call.definition().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Expr argument = call.args().get(i);
            bound = bound.withLazy(parameters.get(i).name(), () -> val(argument, locals));
        }
        return bound;
    }
}
