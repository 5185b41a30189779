package dev.baton.dsl.elaborate;

import dev.baton.dsl.syntax.Decl;
import dev.baton.dsl.syntax.ExprSyntax;
import dev.baton.dsl.syntax.Name;
import dev.baton.model.expr.Definition;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Shape;
import dev.baton.model.expr.Variable;
import dev.baton.model.source.Code;
import dev.baton.model.source.Span;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is written like a call: functions, members by number, and what is built in. */
final class TypeCalls {
    private final Session session;

    TypeCalls(Session session) {
        this.session = session;
    }

    Expr call(ExprSyntax.Call call, Optional<Type> hint, Context context) {
        return switch (call.function().text()) {
            case "size" -> size(call, context);
            case "len" -> length(call, context);
            case "first" -> element(Op.FIRST, call, context);
            case "last" -> element(Op.LAST, call, context);
            case "append" -> append(call, hint, context);
            case "drop" -> drop(call, hint, context);
            case "ord" -> ordinal(call, context);
            case "at", "done", "live", "pending", "owner", "owns", "contents" ->
                session.expressions.questions.question(call, context);
            case "cas", "fetch_add", "xchg" -> {
                session.problems.help(
                        Code.B0514,
                        call.span(),
                        "let it stand alone: `let old = " + call.function() + "(…)`, or `if " + call.function()
                                + "(…)`",
                        call.function().text());
                yield Kinds.unknown(call.span());
            }
            case "acquire" -> {
                session.problems.help(Code.B0701, call.span(), "`memory tso`, `fence` and `cas` are");
                yield Kinds.unknown(call.span());
            }
            default -> declared(call, context);
        };
    }

    /** Whether a call has as many arguments as it should; says so if not. */
    boolean arity(ExprSyntax.Call call, int least, int most) {
        return arity(call.function(), call.arguments().size(), least, most);
    }

    /** See {@link #arity(ExprSyntax.Call, int, int)}. */
    boolean arity(Name callee, int given, int least, int most) {
        if (given >= least && given <= most) {
            return true;
        }
        String takes = least == most ? counted(least) : least + " to " + counted(most);
        session.problems.say(Code.B0306, callee.span(), callee.text(), takes, Integer.toString(given));
        return false;
    }

    private static String counted(int n) {
        return n == 1 ? "1 argument" : n + " arguments";
    }

    private Expr size(ExprSyntax.Call call, Context context) {
        if (!arity(call, 1, 1)) {
            return Kinds.unknown(call.span());
        }
        Expr set = session.expressions.collections.elements(call.arguments().getFirst(), context);
        if (!(set.type() instanceof Type.SetOf type)) {
            Optional<String> help =
                    set.type() instanceof Type.Seq ? Optional.of("of a sequence: `len(…)`") : Optional.empty();
            return session.expressions.doesNotWork("size", set.type(), call.span(), help);
        }
        BigInteger most = Domain.size(type.element());
        int high = most.bitLength() > 31 ? Integer.MAX_VALUE : most.intValue();
        return new Expr.Apply(Op.SIZE, List.of(set), Type.Range.of(0, high), call.span());
    }

    private Expr length(ExprSyntax.Call call, Context context) {
        return sequence(call, context)
                .map(seq -> {
                    Type type = Type.Range.of(0, ((Type.Seq) seq.type()).capacity());
                    return (Expr) new Expr.Apply(Op.SIZE, List.of(seq), type, call.span());
                })
                .orElseGet(() -> Kinds.unknown(call.span()));
    }

    private Expr element(Op op, ExprSyntax.Call call, Context context) {
        return sequence(call, context)
                .map(seq -> (Expr) new Expr.Apply(op, List.of(seq), ((Type.Seq) seq.type()).element(), call.span()))
                .orElseGet(() -> Kinds.unknown(call.span()));
    }

    private Optional<Expr> sequence(ExprSyntax.Call call, Context context) {
        if (!arity(call, 1, 1)) {
            return Optional.empty();
        }
        Expr seq = session.expressions.type(call.arguments().getFirst(), context);
        return sequence(call, seq);
    }

    private Optional<Expr> sequence(ExprSyntax.Call call, Expr seq) {
        if (seq.type() instanceof Type.Seq) {
            return Optional.of(seq);
        }
        Optional<String> help =
                seq.type() instanceof Type.SetOf && call.function().text().equals("len")
                        ? Optional.of("of a set: `size(…)`")
                        : Optional.of("it works on sequences");
        session.expressions.doesNotWork(call.function().text(), seq.type(), call.span(), help);
        return Optional.empty();
    }

    private Expr append(ExprSyntax.Call call, Optional<Type> hint, Context context) {
        if (!arity(call, 2, 2)) {
            return Kinds.unknown(call.span());
        }
        Expr seq = session.expressions.type(call.arguments().getFirst(), hint, context);
        if (sequence(call, seq).isEmpty()) {
            return Kinds.unknown(call.span());
        }
        Type.Seq type = (Type.Seq) seq.type();
        Expr typed = session.expressions.type(call.arguments().get(1), Optional.of(type.element()), context);
        Expr added = session.expressions.coerce.fit(type.element(), typed, context);
        Optional<Type> join = Kinds.join(type.element(), added.type());
        if (join.isEmpty()) {
            session.expressions.coerce.to(type.element(), added, context);
            return Kinds.unknown(call.span());
        }
        return new Expr.Apply(
                Op.APPEND, List.of(seq, added), new Type.Seq(join.get(), type.capacity() + 1), call.span());
    }

    private Expr drop(ExprSyntax.Call call, Optional<Type> hint, Context context) {
        if (!arity(call, 1, 1)) {
            return Kinds.unknown(call.span());
        }
        Expr seq = session.expressions.type(call.arguments().getFirst(), hint, context);
        return sequence(call, seq)
                .map(s -> {
                    Type.Seq type = (Type.Seq) s.type();
                    Type shorter = new Type.Seq(type.element(), Math.max(0, type.capacity() - 1));
                    return (Expr) new Expr.Apply(Op.DROP, List.of(s), shorter, call.span());
                })
                .orElseGet(() -> Kinds.unknown(call.span()));
    }

    private Expr ordinal(ExprSyntax.Call call, Context context) {
        if (!arity(call, 1, 1)) {
            return Kinds.unknown(call.span());
        }
        Expr member = session.expressions.type(call.arguments().getFirst(), context);
        return member.type() instanceof Type.Index index
                ? new Expr.Apply(Op.ORD, List.of(member), Type.Range.of(0, index.size() - 1), call.span())
                : session.expressions.doesNotWork(
                        "ord",
                        member.type(),
                        call.span(),
                        Optional.of("it gives the number of a member of an index type"));
    }

    private Expr declared(ExprSyntax.Call call, Context context) {
        Name name = call.function();
        Optional<Symbol> symbol = session.symbols.use(name.text());
        if (symbol.isEmpty()) {
            List<String> candidates =
                    new ArrayList<>(Symbols.BUILT_IN.stream().sorted().toList());
            session.symbols.all().stream()
                    .filter(s -> s.declaration() instanceof Decl.Function || s.isType())
                    .forEach(s -> candidates.add(s.name().text()));
            session.undeclared(name, candidates);
            call.arguments().forEach(a -> session.expressions.type(a, context));
            return Kinds.unknown(call.span());
        }
        if (symbol.get().declaration() instanceof Decl.Function function) {
            return function(call, function, context);
        }
        Type type = symbol.get().isType() ? session.types.of(symbol.get()) : Kinds.UNKNOWN;
        if (type instanceof Type.Index index) {
            return member(call, index, context);
        }
        Optional<String> help =
                type instanceof Type.Struct ? Optional.of("with braces: `" + name + " { … }`") : Optional.empty();
        session.wrongKind(name, symbol.get(), "a function", help);
        return Kinds.unknown(call.span());
    }

    private Expr member(ExprSyntax.Call call, Type.Index index, Context context) {
        if (!arity(call, 1, 1)) {
            return Kinds.unknown(call.span());
        }
        Type.Range numbers = Type.Range.of(0, index.size() - 1);
        Expr number = session.expressions.type(call.arguments().getFirst(), context);
        if (!Kinds.accepts(numbers, number.type())) {
            number = session.expressions.coerce.to(numbers, number, context);
        }
        boolean outside = number.type() instanceof Type.Range r && Intervals.disjoint(r, numbers);
        if (outside && !Parametric.is(number) && !Parametric.is(index)) {
            session.problems.help(
                    Code.B0404,
                    number.span(),
                    "its members are numbered `" + numbers + "`",
                    Coerce.text(number.span()),
                    index.name());
            return Kinds.unknown(call.span());
        }
        return index.single()
                ? new Expr.Literal(new Value.Member(index, 0), index, call.span())
                : new Expr.Apply(Op.MEMBER, List.of(number), index, call.span());
    }

    private Expr function(ExprSyntax.Call call, Decl.Function function, Context context) {
        Optional<Definition> definition = session.functions.of(function);
        if (definition.isEmpty()
                || !arity(
                        call,
                        function.parameters().size(),
                        function.parameters().size())) {
            call.arguments().forEach(a -> session.expressions.type(a, context));
            return Kinds.unknown(call.span());
        }
        List<Expr> arguments = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Type type = definition.get().parameters().get(i).type();
            arguments.add(session.expressions.expect(call.arguments().get(i), type, context));
        }
        Expr body = definition.get().body();
        return allowed(function.name(), body, call.span(), context)
                        && Kinds.known(definition.get().result())
                ? new Expr.Call(definition.get(), arguments, call.span())
                : Kinds.unknown(call.span());
    }

    /** Whether what a function reads may be read here; says so if not. */
    private boolean allowed(Name name, Expr body, Span span, Context context) {
        List<Variable> reads = Shape.reads(body).stream()
                .sorted(java.util.Comparator.comparing(Variable::name))
                .toList();
        boolean asks = Asks.any(body);
        if (!context.readsState() && (asks || !reads.isEmpty())) {
            session.problems.help(Code.B0401, span, "the function reads the state", Coerce.text(span));
            return false;
        }
        if (context.primed() && (asks || !reads.isEmpty())) {
            session.problems.help(
                    Code.B0512, span, "prime the variables, or give them to the function as arguments", name.text());
            return false;
        }
        Optional<Variable> secret =
                reads.stream().filter(v -> v.role() == Variable.Role.PRIVATE).findFirst();
        if (context.code() && secret.isPresent()) {
            String owner = secret.get().name().substring(0, secret.get().name().indexOf('.'));
            session.problems.help(
                    Code.B0513,
                    span,
                    "give it `" + secret.get().name() + "` as an argument, or use it in properties only",
                    name.text(),
                    "`" + owner + "`");
            return false;
        }
        if (context.code() && Asks.unseen(body)) {
            session.problems.help(Code.B0504, span, "use it in properties only", name.text());
            return false;
        }
        return true;
    }
}
