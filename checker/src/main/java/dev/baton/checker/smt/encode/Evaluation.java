package dev.baton.checker.smt.encode;

import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Terms;
import dev.baton.checker.smt.term.TooLargeException;
import dev.baton.model.expr.Bindings;
import dev.baton.model.expr.Definition;
import dev.baton.model.expr.Expr;
import dev.baton.model.system.Action;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Expressions as values over terms. Where an expression is undefined its value is anything: lowering has put a check
 * before each such use.
 */
public final class Evaluation {
    /** So many expressions are evaluated in a few seconds: a quantifier over far more would take hours to expand. */
    private static final int MOST = 4_000_000;

    private final Structures structures;
    private final Reader reader;
    private final BooleanSupplier cancelled;
    private final Sets sets;
    private final Quantification quantification;
    private final Application application;
    private int evaluated;

    /** @param cancelled asked now and then; if it says so evaluation ends with {@link CancelledException} */
    public Evaluation(Terms terms, Reader reader, BooleanSupplier cancelled) {
        this.structures = new Structures(terms);
        this.reader = reader;
        this.cancelled = cancelled;
        this.sets = new Sets(structures);
        this.quantification = new Quantification(this);
        this.application = new Application(this);
    }

    /** An element that may be in a set. */
    public record Candidate(Sym element, Term present) {}

    Structures structures() {
        return structures;
    }

    Sets sets() {
        return sets;
    }

    public Term truth(Expr expr, Bindings<Sym> locals) {
        return ((Sym.Truth) sym(expr, locals)).term();
    }

    /** A known value. */
    public Sym constant(Value value, Type type) {
        return structures.constant(value, type);
    }

    /** Whether two values are the same. */
    public Term equal(Sym a, Sym b) {
        return structures.equal(a, b);
    }

    /** A value as one of another type that has it. */
    public Sym as(Type type, Sym sym) {
        return structures.coercion().to(type, sym);
    }

    /** What may be in a set-valued expression, and when it is. */
    public List<Candidate> candidates(Expr set, Bindings<Sym> locals) {
        return quantification.candidates(set, locals).stream()
                .map(c -> new Candidate(c.element(), c.present()))
                .toList();
    }

    /** The lets of an action in scope, each evaluated when it is first asked for. */
    public Bindings<Sym> within(List<Action.Binding> lets, Bindings<Sym> locals) {
        Bindings<Sym> scope = locals;
        for (Action.Binding let : lets) {
            Bindings<Sym> outer = scope;
            scope = outer.withLazy(let.name(), () -> sym(let.value(), outer));
        }
        return scope;
    }

    public Sym sym(Expr expr, Bindings<Sym> locals) {
        evaluated++;
        if (evaluated > MOST) {
            throw new TooLargeException("its quantifiers, expanded, ask for more than " + MOST + " values");
        }
        if (evaluated % 1024 == 0 && cancelled.getAsBoolean()) {
            throw new CancelledException();
        }
        return switch (expr) {
            case Expr.Literal e -> structures.constant(e.value(), e.type());
            case Expr.Constant e -> structures.constant(e.value(), e.type());
            case Expr.Read e -> reader.read(e.variable(), e.primed());
            case Expr.Local e -> locals.get(e.name());
            case Expr.Apply e -> application.sym(e, locals);
            case Expr.Get e -> field(sym(e.target(), locals), e.field());
            case Expr.Make e -> {
                List<Sym> fields = new ArrayList<>();
                for (int i = 0; i < e.fields().size(); i++) {
                    fields.add(
                            as(e.type().fields().get(i).type(), sym(e.fields().get(i), locals)));
                }
                yield new Sym.Struct(e.type(), fields);
            }
            case Expr.With e -> changed(e, locals);
            case Expr.If e -> choice(e, locals);
            case Expr.Let e -> sym(e.body(), locals.withLazy(e.name(), () -> sym(e.value(), locals)));
            case Expr.Quantified e -> quantification.sym(e, locals);
            case Expr.Domain e -> sets.all(e.element());
            case Expr.Is e -> structures.truth(is(sym(e.target(), locals), e.variant()));
            case Expr.As e -> as(e.type(), sym(e.target(), locals));
            case Expr.Fits e -> structures.truth(structures.coercion().fits(e.range(), sym(e.target(), locals)));
            case Expr.Call e -> sym(e.definition().body(), arguments(e, locals));
            case Expr.Query e -> throw new IllegalStateException("lowering left a question: " + e.question());
        };
    }

    private Sym choice(Expr.If e, Bindings<Sym> locals) {
        Term condition = truth(e.condition(), locals);
        if (condition.isConstant()) {
            return sym(condition.isTrue() ? e.then() : e.otherwise(), locals);
        }
        return structures.choose(condition, sym(e.then(), locals), sym(e.otherwise(), locals));
    }

    private Sym field(Sym target, String name) {
        if (target instanceof Sym.Struct struct) {
            return struct.fields().get(struct.type().indexOf(name));
        }
        Sym.Union union = (Sym.Union) target;
        Optional<Sym> found = Optional.empty();
        for (int i = 0; i < union.variants().size(); i++) {
            if (union.type().variants().get(i).indexOf(name) >= 0) {
                Sym here = field(union.variants().get(i), name);
                Term is = structures.is(union, i);
                found = Optional.of(
                        found.map(other -> structures.choose(is, here, other)).orElse(here));
            }
        }
        return found.orElseThrow();
    }

    private Sym changed(Expr.With with, Bindings<Sym> locals) {
        Sym.Struct base = (Sym.Struct) sym(with.base(), locals);
        List<Sym> fields = new ArrayList<>(base.fields());
        for (Expr.FieldValue change : with.changes()) {
            int i = base.type().indexOf(change.field());
            fields.set(i, as(base.type().fields().get(i).type(), sym(change.value(), locals)));
        }
        return new Sym.Struct(base.type(), fields);
    }

    private Term is(Sym target, String variant) {
        if (target instanceof Sym.Struct struct) {
            return structures.terms().truth(struct.type().name().equals(variant));
        }
        Sym.Union union = (Sym.Union) target;
        for (int i = 0; i < union.variants().size(); i++) {
            if (union.type().variants().get(i).name().equals(variant)) {
                return structures.is(union, i);
            }
        }
        return structures.terms().no;
    }

    private Bindings<Sym> arguments(Expr.Call call, Bindings<Sym> locals) {
        Bindings<Sym> bound = Bindings.empty();
        List<Definition.Parameter> parameters = call.definition().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Expr argument = call.args().get(i);
            bound = bound.withLazy(parameters.get(i).name(), () -> sym(argument, locals));
        }
        return bound;
    }
}
