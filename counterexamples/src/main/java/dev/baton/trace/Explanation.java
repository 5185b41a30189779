package dev.baton.trace;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.ExprPrinter;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Quantifier;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Why a predicate has the value it has, in one state or in each of several: which conjunct is false, for which instance
 * of a quantifier, and what its operands are worth. Of several causes it names the first that is there in every state.
 */
final class Explanation {
    /** More instances of a quantifier than this are only counted. */
    private static final int INSTANCES = 4;

    private Explanation() {}

    static Reason why(Expr expr, List<Moment> at) {
        return why(expr, at, "");
    }

    private static Reason why(Expr expr, List<Moment> at, String above) {
        String text = text(expr, above);
        return new Reason(text, value(expr, at), because(expr, at, text));
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
            case Expr.Quantified e -> quantified(e, at);
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

    private static List<Reason> applied(Expr.Apply e, List<Moment> at, String text) {
        if (Wording.asked(e).isPresent()) {
            return List.of();
        }
        return switch (e.op()) {
            case NOT -> atom(e.arg(0)) ? List.of() : List.of(why(e.arg(0), at, text));
            case AND -> {
                List<Expr> parts = parts(e, Op.AND);
                yield always(e, at, false) ? blamed(parts, false, at, text) : whyAll(parts, at, text);
            }
            case OR -> {
                List<Expr> parts = parts(e, Op.OR);
                yield always(e, at, true) ? blamed(parts, true, at, text) : whyAll(parts, at, text);
            }
            case IMPLIES -> {
                if (always(e.arg(0), at, false)) {
                    yield List.of(why(e.arg(0), at, text));
                }
                yield whyAll(e.args(), at, text);
            }
            case EQ,
                    NE,
                    LT,
                    LE,
                    GT,
                    GE,
                    ADD,
                    SUB,
                    MUL,
                    DIV,
                    MOD,
                    NEG,
                    AT,
                    PUT,
                    SET,
                    RANGE,
                    IN,
                    SUBSET,
                    UNION,
                    INTERSECT,
                    MINUS,
                    SIZE,
                    SEQ,
                    SEQ_AT,
                    SEQ_PUT,
                    FIRST,
                    LAST,
                    APPEND,
                    DROP,
                    REMOVE_AT,
                    INSERT_AT,
                    SOME,
                    UNWRAP,
                    IS_SOME,
                    IS_NONE,
                    BAG_ADD,
                    BAG_REMOVE,
                    BAG_COUNT,
                    BAG_MEMBERS,
                    ORD,
                    MEMBER -> operands(e.args(), at, text);
        };
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
                reasons.add(in(here, why(part, here, text)));
            }
        }
        return reasons;
    }

    private static Reason in(List<Moment> states, Reason reason) {
        return new Reason(reason.text(), reason.value() + " " + states(states), reason.because());
    }

    /** {@code (in states 4, 5)}. */
    private static String states(List<Moment> at) {
        String numbers = at.stream().map(m -> Integer.toString(m.state())).collect(Collectors.joining(", "));
        return (at.size() == 1 ? "(in state " : "(in states ") + numbers + ")";
    }

    private static List<Reason> quantified(Expr.Quantified e, List<Moment> at) {
        return switch (e.kind()) {
            case FORALL -> always(e, at, false) ? instance(e, false, at) : List.of();
            case EXISTS -> {
                if (always(e, at, true)) {
                    yield instance(e, true, at);
                }
                yield instances(e, at);
            }
            case COUNT -> List.of(Reason.leaf("counted", value(filter(e), at)));
            case SUM, MIN, MAX -> instances(e, at);
            case FILTER, IMAGE, MAP -> List.of();
        };
    }

    private static Expr filter(Expr.Quantified e) {
        Type set = new Type.SetOf(e.binder().type());
        return new Expr.Quantified(Quantifier.FILTER, e.binder(), e.body(), set, e.span());
    }

    /** The first instance that decides in every state; if there is none, the first that decides in each. */
    private static List<Reason> instance(Expr.Quantified e, boolean decisive, List<Moment> at) {
        List<Value> elements = elements(e, at);
        List<Value> all = elements.stream()
                .filter(v -> at.stream().allMatch(m -> decides(e, v, decisive, m)))
                .toList();
        if (!all.isEmpty()) {
            return List.of(bound(e, all.getFirst(), at, all.size() - 1));
        }
        List<Reason> reasons = new ArrayList<>();
        List<Moment> left = new ArrayList<>(at);
        for (Value v : elements) {
            List<Moment> here =
                    left.stream().filter(m -> decides(e, v, decisive, m)).toList();
            if (!here.isEmpty()) {
                reasons.add(in(here, bound(e, v, here, 0)));
                left.removeAll(here);
            }
        }
        return reasons;
    }

    private static boolean decides(Expr.Quantified e, Value element, boolean decisive, Moment m) {
        return m.elements(e.binder().domain()).contains(element)
                && m.with(e.binder().name(), element).is(e.body(), decisive);
    }

    private static List<Reason> instances(Expr.Quantified e, List<Moment> at) {
        List<Value> elements = elements(e, at);
        if (elements.isEmpty()) {
            return List.of(Reason.leaf(text(e.binder().domain(), ""), "{}"));
        }
        List<Reason> reasons = new ArrayList<>();
        elements.stream().limit(INSTANCES).forEach(v -> reasons.add(bound(e, v, at, 0)));
        if (elements.size() > INSTANCES) {
            reasons.add(Reason.leaf("and " + (elements.size() - INSTANCES) + " more", ""));
        }
        return reasons;
    }

    /** {@code for a = RM(0), b = RM(1): …}: a quantifier directly within another one of its kind joins it. */
    private static Reason bound(Expr.Quantified e, Value element, List<Moment> at, int more) {
        List<Moment> inside =
                at.stream().map(m -> m.with(e.binder().name(), element)).toList();
        String head = e.binder().name() + " = " + element;
        if (e.body() instanceof Expr.Quantified inner && inner.kind() == e.kind()) {
            List<Reason> within = quantified(inner, inside);
            if (within.size() == 1 && within.getFirst().text().startsWith("for ")) {
                Reason one = within.getFirst();
                return new Reason(
                        "for " + head + ", " + one.text().substring("for ".length()), one.value(), one.because());
            }
        }
        String others = more == 0 ? "" : " (and for " + more + " more)";
        Reason body = why(e.body(), inside);
        return new Reason("for " + head + others + ": " + body.text(), body.value(), body.because());
    }

    private static List<Value> elements(Expr.Quantified e, List<Moment> at) {
        Set<Value> all = new LinkedHashSet<>();
        at.forEach(m -> all.addAll(m.elements(e.binder().domain())));
        return List.copyOf(all);
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
        String text = text(operand, above);
        String value = value(operand, at);
        if (text.equals(value)) {
            return Optional.empty();
        }
        boolean plain = atom(operand) || operand instanceof Expr.Make;
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
                switch (e.op()) {
                    case AT, SEQ_AT -> atom(e.arg(0)) && atom(e.arg(1));
                    case UNWRAP -> atom(e.arg(0));
                    case NOT,
                            AND,
                            OR,
                            IMPLIES,
                            EQ,
                            NE,
                            LT,
                            LE,
                            GT,
                            GE,
                            ADD,
                            SUB,
                            MUL,
                            DIV,
                            MOD,
                            NEG,
                            PUT,
                            SET,
                            RANGE,
                            IN,
                            SUBSET,
                            UNION,
                            INTERSECT,
                            MINUS,
                            SIZE,
                            SEQ,
                            SEQ_PUT,
                            FIRST,
                            LAST,
                            APPEND,
                            DROP,
                            REMOVE_AT,
                            INSERT_AT,
                            SOME,
                            IS_SOME,
                            IS_NONE,
                            BAG_ADD,
                            BAG_REMOVE,
                            BAG_COUNT,
                            BAG_MEMBERS,
                            ORD,
                            MEMBER -> false;
                };
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

    private static boolean always(Expr expr, List<Moment> at, boolean wanted) {
        return at.stream().allMatch(m -> m.is(expr, wanted));
    }

    /** A conjunction or disjunction as the list of its parts. */
    static List<Expr> parts(Expr expr, Op op) {
        if (expr instanceof Expr.Apply e && e.op() == op) {
            return e.args().stream().flatMap(a -> parts(a, op).stream()).toList();
        }
        return List.of(expr);
    }
}
