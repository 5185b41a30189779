package dev.baton.codegen.expr;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.baton.codegen.names.ProtocolNames;
import dev.baton.codegen.names.RuntimeNames;
import dev.baton.codegen.type.JavaCodes;
import dev.baton.codegen.type.JavaTypes;
import dev.baton.codegen.type.Numbers;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Quantifier;
import dev.baton.model.expr.Rewriter;
import dev.baton.model.expr.Variable;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Typed expressions to Java that evaluates them, with the checks of rule 3 in place. */
public final class Expressions {
    private final Naming naming;
    private final View view;
    private final Locals locals;
    private final Copies copies;
    private final boolean inLambda;

    /** What all expressions of a protocol share. */
    public record Naming(ProtocolNames names, JavaTypes types, JavaCodes codes, Numbers numbers) {}

    public Expressions(Naming naming, View view, Locals locals, Copies copies) {
        this(naming, view, locals, copies, false);
    }

    private Expressions(Naming naming, View view, Locals locals, Copies copies, boolean inLambda) {
        this.naming = naming;
        this.view = view;
        this.locals = locals;
        this.copies = copies;
        this.inLambda = inLambda;
    }

    Naming naming() {
        return naming;
    }

    View view() {
        return view;
    }

    /** The same within a lambda: locals that are assigned are seen as copies. */
    public Expressions inLambda() {
        return new Expressions(naming, view, locals, copies, true);
    }

    /** A lambda's body: its parameter is bound, and locals that are assigned are seen as copies. */
    record Lambda(String parameter, Expressions body) {}

    Lambda lambda(String parameter, boolean boxed) {
        Locals inner = locals.inner();
        String name = boxed ? inner.bindBoxed(parameter) : inner.bind(parameter);
        Expressions body = new Expressions(naming, view, inner, copies, true);
        copies.parameters().add(name);
        return new Lambda(name, body);
    }

    /** The value as one of a type: what is stored in a variable or field, or passed. */
    public Term as(Type wanted, Expr e) {
        if (e instanceof Expr.Literal x) {
            return new Literals(naming).of(x.value(), wanted);
        }
        if (e instanceof Expr.Apply x && x.op() == Op.SOME && wanted instanceof Type.Option) {
            return new Operators(this).some(x, wanted);
        }
        if (e instanceof Expr.If x && !x.type().equals(wanted)) {
            return of(new Expr.If(x.condition(), x.then(), x.otherwise(), wanted, x.span()));
        }
        return new Conversions(naming).convert(of(e), e.type(), wanted);
    }

    public Term of(Expr e) {
        return switch (e) {
            case Expr.Literal x -> new Literals(naming).of(x.value(), x.type());
            case Expr.Constant x -> constant(x);
            case Expr.Read x -> read(x.variable());
            case Expr.Local x -> local(x);
            case Expr.Apply x -> x.op() == Op.AT ? new Entries(this).of(x) : new Operators(this).of(x);
            case Expr.Get x ->
                Term.of(
                        "$L.$N()",
                        of(x.target()).receiver(),
                        naming.types().field((Type.Struct) x.target().type(), x.field()));
            case Expr.Make x -> make(x);
            case Expr.With x -> with(x);
            case Expr.If x -> either(x);
            case Expr.Let x -> let(x);
            case Expr.Quantified x -> new Quantifiers(this).of(x);
            case Expr.Domain x ->
                Term.of("$T.all($L)", RuntimeNames.SETS, naming.codes().of(x.element()));
            case Expr.Is x ->
                new Term(
                        CodeBlock.of(
                                "$L instanceof $T",
                                of(x.target()).at(Term.Level.RELATIONAL),
                                naming.names().type(x.variant())),
                        Term.Level.RELATIONAL,
                        false);
            case Expr.As x ->
                Term.primary(CodeBlock.of(
                        "(($T) $L)",
                        naming.names().type(x.type().name()),
                        of(x.target()).at(Term.Level.UNARY)));
            case Expr.Fits x -> fits(x);
            case Expr.Call x -> call(x);
            case Expr.Query x ->
                view.question(x, x.args().stream().map(this::of).toList());
        };
    }

    private Term constant(Expr.Constant x) {
        String name = naming.names().parameters().get(x.name());
        return name == null
                ? new Literals(naming).of(x.value(), x.type())
                : Term.of("$T.$N", naming.names().machine(), name);
    }

    /** Java unboxes the one value where the other is none that is boxed. */
    private Term either(Expr.If x) {
        Term then = as(x.type(), x.then());
        Term otherwise = as(x.type(), x.otherwise());
        CodeBlock code = CodeBlock.of(
                "$L ? $L : $L",
                of(x.condition()).at(Term.Level.OR),
                then.at(Term.Level.CONDITIONAL),
                otherwise.at(Term.Level.CONDITIONAL));
        return new Term(code, Term.Level.CONDITIONAL, then.boxed() && otherwise.boxed());
    }

    private Term local(Expr.Local x) {
        if (x.name().equals("self")) {
            return view.self();
        }
        return inLambda && copies.assigned().contains(x.name()) ? copies.copy(x.name(), locals) : locals.get(x.name());
    }

    private Term read(Variable v) {
        return v.role() == Variable.Role.MEMORY ? view.memory(v, List.of()) : whole(view.field(v), v.type());
    }

    /** A private variable as a value that may be kept: its next change is not to change that. */
    static Term whole(Term field, Type type) {
        return type instanceof Type.MapOf ? Term.of("$L.shared()", field.receiver()) : field;
    }

    /** A key of a map, with the check that it is one. */
    public Term checkedKey(Expr key, Type keys, Expr where) {
        String message = "`" + Wording.quote(where.span()) + "`: key outside `" + keys + "`";
        return checked(of(key), key, keys, message);
    }

    /** A value with the check that it lies in a type, where that is not certain. */
    public Term checked(Term value, Expr e, Type type, String message) {
        if (Wording.certain(e, type)) {
            return value;
        }
        if (type instanceof Type.Range r) {
            return Term.of(
                    "$T.within($L, $L, $L, $S)",
                    RuntimeNames.CHECK,
                    value.code(),
                    naming.numbers().of(r.lo()),
                    naming.numbers().of(r.hi()),
                    message);
        }
        return Term.of(
                        "$T.fits($L, $L, $S)",
                        RuntimeNames.CHECK,
                        value.code(),
                        naming.codes().of(type),
                        message)
                .asBoxed();
    }

    /** A value that is stored in a place of a type; the message is that of rule 3. */
    public Term stored(Expr e, Type type, String message) {
        return checked(as(type, e), e, type, message);
    }

    private Term make(Expr.Make x) {
        if (!naming.names().isDeclared(x.type().name())) {
            Term member = x.fields().isEmpty() ? Term.of("0") : of(x.fields().getFirst());
            return view.holder(x.type().name(), member);
        }
        List<CodeBlock> fields = new ArrayList<>();
        for (int i = 0; i < x.fields().size(); i++) {
            fields.add(field(x.fields().get(i), x.type().fields().get(i), x).code());
        }
        return Term.of("new $T($L)", naming.names().type(x.type().name()), CodeBlock.join(fields, ", "));
    }

    private Term field(Expr value, Type.Field field, Expr where) {
        String message = "`" + Wording.quote(where.span()) + "`: `" + field.name() + "` outside `" + field.type() + "`";
        return checked(as(field.type(), value), value, field.type(), message);
    }

    private Term with(Expr.With x) {
        Type.Struct struct = (Type.Struct) x.base().type();
        Term term = of(x.base());
        for (Expr.FieldValue change : x.changes()) {
            Type.Field field = struct.field(change.field()).orElseThrow();
            term = Term.of(
                    "$L.$N($L)",
                    term.receiver(),
                    naming.types().with(struct, field),
                    field(change.value(), field, x).code());
        }
        return term;
    }

    private Term let(Expr.Let x) {
        boolean simple = x.value() instanceof Expr.Local
                || x.value() instanceof Expr.Constant
                || x.value() instanceof Expr.Literal
                || (x.value() instanceof Expr.Apply a && a.op() == Op.SEQ_AT);
        if (simple) {
            return of(Rewriter.substitute(x.body(), Map.of(x.name(), x.value())));
        }
        Lambda lambda = lambda(x.name(), true);
        return Term.of(
                        "$T.in($L, $N -> $L)",
                        RuntimeNames.LET,
                        of(x.value()).code(),
                        lambda.parameter,
                        lambda.body.of(x.body()).code())
                .asBoxed();
    }

    private Term fits(Expr.Fits x) {
        if (x.range() instanceof Type.Range r && x.target() instanceof Expr.Local) {
            Term value = of(x.target());
            return Term.chain(
                    "&&",
                    Term.Level.AND,
                    List.of(
                            Term.binary(
                                    "<=",
                                    Term.Level.RELATIONAL,
                                    Term.primary(naming.numbers().of(r.lo())),
                                    value),
                            Term.binary(
                                    "<=",
                                    Term.Level.RELATIONAL,
                                    value,
                                    Term.primary(naming.numbers().of(r.hi())))));
        }
        return Term.of(
                "$L.contains($L)",
                naming.codes().of(x.range()),
                as(x.range(), x.target()).code());
    }

    private Term call(Expr.Call x) {
        List<Term> arguments = new ArrayList<>();
        for (int i = 0; i < x.args().size(); i++) {
            var p = x.definition().parameters().get(i);
            arguments.add(field(x.args().get(i), new Type.Field(p.name(), p.type()), x));
        }
        // The function checks its result itself.
        return view.call(x.definition(), arguments);
    }

    /** The Java class of a named type. */
    ClassName named(String type) {
        return naming.names().type(type);
    }

    static boolean isMap(Expr.Quantified x) {
        return x.kind() == Quantifier.MAP;
    }
}
