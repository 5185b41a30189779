package dev.baton.dsl.elaborate;

import dev.baton.dsl.syntax.Decl;
import dev.baton.dsl.syntax.ExprSyntax;
import dev.baton.dsl.syntax.Name;
import dev.baton.dsl.syntax.TypeSyntax;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.ExprPrinter;
import dev.baton.model.expr.Op;
import dev.baton.model.interpreter.Environment;
import dev.baton.model.interpreter.Evaluator;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.UndefinedException;
import dev.baton.model.source.Code;
import dev.baton.model.source.SourceFile;
import dev.baton.model.source.Span;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.type.Bound;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Parameters and constants: their values, and the values of what is made of them. */
final class FoldConstants {
    private static final Evaluator NOWHERE = new Interpreter(new TransitionSystem(
                    "",
                    Optional.empty(),
                    SourceFile.NONE,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    List.of()))
            .evaluator(new State(List.of()));

    private static final Set<Op> ARITHMETIC = Set.of(Op.ADD, Op.SUB, Op.MUL, Op.DIV, Op.MOD, Op.NEG);
    private static final Type INTEGER = Type.Range.of(Integer.MIN_VALUE, Integer.MAX_VALUE);

    private final Session session;
    private final Map<String, Integer> chosen;
    private final OnDemand<Optional<Value>> values;

    /** @param chosen the values of parameters that do not have their default */
    FoldConstants(Session session, Map<String, Integer> chosen) {
        this.session = session;
        this.chosen = chosen;
        this.values = session.table();
    }

    /**
     * A use of a parameter or constant. Boolean constants are not known to the flat system, so they stand as values.
     */
    Expr use(Symbol symbol, Span span) {
        String name = symbol.name().text();
        Optional<Value> value = value(symbol);
        if (value.isEmpty()) {
            return Kinds.unknown(span);
        }
        if (value.get() instanceof Value.Int number) {
            Bound bound = new Bound(number.value(), name);
            return new Expr.Constant(name, number, new Type.Range(bound, bound), span);
        }
        return new Expr.Literal(value.get(), Type.BOOL, span);
    }

    /** The values of parameters and integer constants, in the order of the text. */
    List<TransitionSystem.Parameter> all() {
        List<TransitionSystem.Parameter> all = new ArrayList<>();
        for (Symbol symbol : session.symbols.all()) {
            if (symbol.declaration() instanceof Decl.Param d) {
                add(symbol, d.doc(), all);
            }
            if (symbol.declaration() instanceof Decl.Const d) {
                add(symbol, d.doc(), all);
            }
        }
        return all;
    }

    private void add(Symbol symbol, Optional<String> doc, List<TransitionSystem.Parameter> all) {
        value(symbol)
                .filter(Value.Int.class::isInstance)
                .ifPresent(v ->
                        all.add(new TransitionSystem.Parameter(symbol.name().text(), v.asInt(), doc)));
    }

    /** The value of an integer expression over constants; empty if it has none, which is then told. */
    OptionalInt integer(ExprSyntax syntax) {
        Expr typed = session.expressions.expect(syntax, INTEGER, Context.constant());
        return evaluate(typed).map(v -> OptionalInt.of(v.asInt())).orElse(OptionalInt.empty());
    }

    /** The same as the end of a range, with the words in which it is written. */
    Optional<Bound> bound(ExprSyntax syntax) {
        Expr typed = session.expressions.expect(syntax, INTEGER, Context.constant());
        return evaluate(typed).map(v -> bound(v.asInt(), typed));
    }

    /** The value of an expression that reads no state; empty if it has none, which is then told. */
    Optional<Value> evaluate(Expr expr) {
        if (!Kinds.sound(expr)) {
            return Optional.empty();
        }
        try {
            return Optional.of(NOWHERE.value(expr, Environment.EMPTY));
        } catch (UndefinedException undefined) {
            session.problems.say(Code.B0408, expr.span(), why(undefined));
            return Optional.empty();
        }
    }

    /** The reason without the place, which a diagnostic shows itself. */
    private static String why(UndefinedException undefined) {
        return String.valueOf(undefined.getMessage()).replaceFirst(" at [^`]*$", "");
    }

    /** Says so and is empty if {@code value} is below {@code least}. */
    OptionalInt atLeast(int least, String what, ExprSyntax syntax) {
        OptionalInt value = integer(syntax);
        if (value.isPresent() && value.getAsInt() < least) {
            session.problems.say(
                    Code.B0409, syntax.span(), what, Integer.toString(least), Integer.toString(value.getAsInt()));
            return OptionalInt.empty();
        }
        return value;
    }

    /** The same, and says so and is empty if {@code value} is above what a thing can hold. */
    OptionalInt capacity(String what, ExprSyntax syntax) {
        OptionalInt value = atLeast(1, what, syntax);
        if (value.orElse(0) > Limits.CAPACITY) {
            session.problems.say(
                    Code.B0412,
                    syntax.span(),
                    what,
                    Integer.toString(Limits.CAPACITY),
                    Integer.toString(value.getAsInt()));
            return OptionalInt.empty();
        }
        return value;
    }

    private Optional<Value> value(Symbol symbol) {
        Name name = symbol.name();
        return values.get(name.text(), () -> work(symbol), () -> {
            session.cycle(Code.B0406, name.span(), name.text());
            return Optional.empty();
        });
    }

    private Optional<Value> work(Symbol symbol) {
        if (session.symbols.clashes(symbol.name().text())) {
            return Optional.empty();
        }
        if (symbol.declaration() instanceof Decl.Const constant) {
            Expr typed = session.expressions.type(constant.value(), Context.constant());
            if (Kinds.known(typed.type())
                    && !(typed.type() instanceof Type.Range || typed.type() instanceof Type.Bool)) {
                session.problems.help(
                        Code.B0301,
                        constant.value().span(),
                        "constants are integers or booleans",
                        "an integer or bool",
                        Kinds.name(typed.type()));
                return Optional.empty();
            }
            return evaluate(typed);
        }
        return symbol.declaration() instanceof Decl.Param param ? parameter(param) : Optional.empty();
    }

    private Optional<Value> parameter(Decl.Param param) {
        Name name = param.name();
        Type type = session.types.of(param.type());
        if (Kinds.known(type) && !(type instanceof Type.Range)) {
            session.problems.help(
                    Code.B0301,
                    param.type().span(),
                    "a parameter is an integer: `" + name + ": 1..4 = 2`",
                    "`lo..hi`",
                    Kinds.name(type));
        }
        Integer chosenValue = chosen.get(name.text());
        OptionalInt value = chosenValue != null
                ? OptionalInt.of(chosenValue)
                : param.value().map(this::integer).orElseGet(() -> missing(param));
        if (value.isEmpty() || !(type instanceof Type.Range range)) {
            return Optional.empty();
        }
        if (value.getAsInt() < range.low() || value.getAsInt() > range.high()) {
            Span at = chosenValue == null && param.value().isPresent()
                    ? param.value().get().span()
                    : name.span();
            session.problems.say(Code.B0402, at, name.text(), Integer.toString(value.getAsInt()), range.toString());
            return Optional.empty();
        }
        return Optional.of(Value.of(value.getAsInt()));
    }

    private OptionalInt missing(Decl.Param param) {
        if (!(param.type() instanceof TypeSyntax.OpenRange)) {
            session.problems.help(
                    Code.B0410,
                    param.name().span(),
                    "give it a default: `param " + param.name() + ": … = 2`",
                    param.name().text());
        }
        return OptionalInt.empty();
    }

    /** Whether an expression is made of nothing but constants. */
    static boolean known(Expr expr) {
        return arithmetic(expr);
    }

    /** A bound with the words in which it is written, where they are constants. */
    static Bound bound(int value, Expr typed) {
        boolean words = arithmetic(typed) && mentionsConstant(typed);
        return words ? new Bound(value, ExprPrinter.print(typed)) : Bound.of(value);
    }

    private static boolean arithmetic(Expr expr) {
        return expr instanceof Expr.Literal
                || expr instanceof Expr.Constant
                || (expr instanceof Expr.Apply e
                        && ARITHMETIC.contains(e.op())
                        && e.args().stream().allMatch(FoldConstants::arithmetic));
    }

    private static boolean mentionsConstant(Expr expr) {
        return expr instanceof Expr.Constant || expr.children().stream().anyMatch(FoldConstants::mentionsConstant);
    }
}
