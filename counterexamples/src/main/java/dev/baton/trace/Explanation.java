package dev.baton.trace;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.ExprPrinter;
import dev.baton.model.expr.Op;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why a predicate has the value it has, in one state or in each of several: which conjunct is false, for which instance
 * of a quantifier, and what its operands are worth. Of several causes it names the first that is there in every state.
 */
public final class Explanation {
    private Explanation() {}

    public static Reason why(Expr expr, List<Moment> at) {
        return why(expr, at, "");
    }

    private static Reason why(Expr expr, List<Moment> at, String above) {
        String text = text(expr, above);
        return new Reason(text, value(expr, at), because(expr, at, text), expr.span());
    }

    /** In the designer's words; not once more what stands above it. */
    static String text(Expr expr, String above) {
        String text = Wording.of(expr);
        return text.equals(above) ? Wording.asked(expr).orElseGet(() -> ExprPrinter.print(expr)) : text;
    }

    /** The values it takes, each once. */
    static String value(Expr expr, List<Moment> at) {
        return at.stream()
                .map(m -> m.value(expr).map(Value::toString).orElse("undefined"))
                .distinct()
                .collect(Collectors.joining(", then "));
    }

    private static List<Reason> because(Expr expr, List<Moment> at, String text) {
        return switch (expr) {
            case Expr.Apply e -> applied(e, at, text);
            case Expr.Quantified e -> Instances.of(e, at);
            case Expr.If e -> {
                List<Reason> reasons = new ArrayList<>();
                reasons.add(why(e.condition(), at, text));
                if (always(e.condition(), at, true)) {
                    reasons.add(why(e.then(), at, text));
                } else if (always(e.condition(), at, false)) {
                    reasons.add(why(e.otherwise(), at, text));
                }
                yield reasons;
            }
            case Expr.Let e -> {
                List<Moment> inside =
                        at.stream().map(m -> m.withLet(e.name(), e.value())).toList();
                List<Reason> reasons = new ArrayList<>();
                reasons.add(Reason.leaf(e.name(), value(e.value(), at)));
                reasons.addAll(because(e.body(), inside, text));
                yield reasons;
            }
            case Expr.Call e -> called(e, at);
            case Expr.Get e -> operands(List.of(e.target()), at, text);
            case Expr.Is e -> operands(List.of(e.target()), at, text);
            case Expr.Fits e -> operands(List.of(e.target()), at, text);
            case Expr.As e -> operands(List.of(e.target()), at, text);
            case Expr.Make e -> operands(e.fields(), at, text);
            case Expr.With e -> operands(e.children(), at, text);
            case Expr.Literal e -> List.of();
            case Expr.Constant e -> List.of();
            case Expr.Read e -> List.of();
            case Expr.Local e -> List.of();
            case Expr.Domain e -> List.of();
            case Expr.Query e -> List.of();
        };
    }

    /** Connectives say which of their parts decide; all other operators what their operands are worth. */
    private static List<Reason> applied(Expr.Apply e, List<Moment> at, String text) {
        Optional<String> asked = Wording.asked(e);
        if (asked.isPresent()) {
            // where one thing only can be in flight; all other questions are answered by what they ask
            boolean wider = text.equals("quiescent");
            return wider ? List.of(Reason.leaf(asked.get(), value(e, at))) : List.of();
        }
        if (e.op() == Op.NOT) {
            return atom(e.arg(0)) ? List.of() : List.of(why(e.arg(0), at, text));
        }
        if (e.op() == Op.AND) {
            List<Expr> parts = parts(e, Op.AND);
            return always(e, at, false) ? blamed(parts, false, at, text) : whyAll(worthTelling(parts, at), at, text);
        }
        if (e.op() == Op.OR) {
            List<Expr> parts = parts(e, Op.OR);
            return always(e, at, true) ? blamed(parts, true, at, text) : whyAll(parts, at, text);
        }
        if (e.op() == Op.IMPLIES) {
            return always(e.arg(0), at, false) ? List.of(why(e.arg(0), at, text)) : whyAll(e.args(), at, text);
        }
        boolean entry = e.op() == Op.AT && e.arg(0) instanceof Expr.Read;
        return operands(entry ? List.of(e.arg(1)) : e.args(), at, text);
    }

    /** That all is well with what only lowering knows needs no proof. */
    private static List<Expr> worthTelling(List<Expr> parts, List<Moment> at) {
        return parts.stream()
                .filter(p -> !always(p, at, true) || Wording.asked(p).isEmpty())
                .toList();
    }

    /**
     * The first part that decides in every state; if there is none, those that decide in some, each with its states.
     */
    private static List<Reason> blamed(List<Expr> parts, boolean decisive, List<Moment> at, String text) {
        for (Expr part : parts) {
            if (always(part, at, decisive)) {
                return List.of(why(part, at, text));
            }
        }
        List<Reason> reasons = new ArrayList<>();
        for (Expr part : parts) {
            List<Moment> here = at.stream().filter(m -> m.is(part, decisive)).toList();
            if (!here.isEmpty()) {
                reasons.add(why(part, here, text).in(here));
            }
        }
        return reasons;
    }

    /** What the parameters are, and why the body is as it is; the body of a function that Baton made says nothing. */
    private static List<Reason> called(Expr.Call e, List<Moment> at) {
        if (!e.definition().body().span().known()) {
            return List.of();
        }
        List<Reason> reasons = new ArrayList<>();
        for (int i = 0; i < e.args().size(); i++) {
            String name = e.definition().parameters().get(i).name();
            reasons.add(Reason.leaf(name, value(e.args().get(i), at)));
        }
        List<Moment> inside = at.stream().map(m -> m.calling(e)).toList();
        reasons.add(why(e.definition().body(), inside));
        return reasons;
    }

    /** What operands are worth; what is written as a value is not repeated. */
    private static List<Reason> operands(List<Expr> operands, List<Moment> at, String above) {
        List<Reason> reasons = new ArrayList<>();
        for (Expr operand : operands) {
            operand(operand, at, above).ifPresent(reasons::add);
        }
        return reasons.stream().distinct().toList();
    }

    private static Optional<Reason> operand(Expr operand, List<Moment> at, String above) {
        if (operand instanceof Expr.Literal || operand instanceof Expr.Domain) {
            return Optional.empty();
        }
        // A value where an option is asked for is wrapped, and the text shows nothing of it.
        if (operand instanceof Expr.Apply some
                && some.op() == Op.SOME
                && Wording.of(some).equals(Wording.of(some.arg(0)))) {
            return operand(some.arg(0), at, above);
        }
        String text = text(operand, above);
        String value = value(operand, at);
        if (text.equals(value)) {
            return Optional.empty();
        }
        boolean plain = atom(operand)
                || operand instanceof Expr.Make
                || (operand instanceof Expr.Call && !operand.type().equals(Type.BOOL));
        return Optional.of(new Reason(text, value, plain ? List.of() : because(operand, at, text)));
    }

    /** Names, and paths through names: their value says all. */
    private static boolean atom(Expr expr) {
        return switch (expr) {
            case Expr.Literal e -> true;
            case Expr.Constant e -> true;
            case Expr.Read e -> true;
            case Expr.Local e -> true;
            case Expr.Get e -> atom(e.target());
            case Expr.As e -> atom(e.target());
            case Expr.Apply e ->
                ((e.op() == Op.AT || e.op() == Op.SEQ_AT) && atom(e.arg(0)) && atom(e.arg(1)))
                        || (e.op() == Op.UNWRAP && atom(e.arg(0)));
            case Expr.Call e -> !e.definition().body().span().known();
            case Expr.Make e -> false;
            case Expr.With e -> false;
            case Expr.If e -> false;
            case Expr.Let e -> false;
            case Expr.Quantified e -> false;
            case Expr.Domain e -> false;
            case Expr.Is e -> false;
            case Expr.Fits e -> false;
            case Expr.Query e -> false;
        };
    }

    private static List<Reason> whyAll(List<Expr> parts, List<Moment> at, String above) {
        return parts.stream().map(p -> why(p, at, above)).toList();
    }

    static boolean always(Expr expr, List<Moment> at, boolean wanted) {
        return at.stream().allMatch(m -> m.is(expr, wanted));
    }

    /** A conjunction or disjunction as the list of its parts; the answer to a question is one part. */
    public static List<Expr> parts(Expr expr, Op op) {
        if (expr instanceof Expr.Apply e && e.op() == op) {
            return e.args().stream()
                    .flatMap(a -> answer(a) ? Stream.of(a) : parts(a, op).stream())
                    .toList();
        }
        return List.of(expr);
    }

    /** Whether the designer has a word for what lowering made of it, as for {@code quiescent}. */
    private static boolean answer(Expr expr) {
        return expr.span().known()
                && expr.children().stream().noneMatch(c -> c.span().known());
    }
}
