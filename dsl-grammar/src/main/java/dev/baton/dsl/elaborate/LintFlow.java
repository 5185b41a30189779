package dev.baton.dsl.elaborate;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.protocol.Source;
import dev.baton.model.protocol.Statements;
import dev.baton.model.protocol.Stmt;
import dev.baton.model.source.Code;
import dev.baton.model.type.Type;
import java.util.List;
import java.util.Optional;

/**
 * What can never happen, whatever the parameters: guards that never hold, branches not taken, statements not reached.
 */
final class LintFlow {
    private final Problems problems;

    private LintFlow(Problems problems) {
        this.problems = problems;
    }

    static void lint(Protocol protocol, Problems problems) {
        LintFlow pass = new LintFlow(problems);
        for (Actor actor : protocol.actors()) {
            actor.actions().forEach(a -> pass.guard(a.guard()));
            actor.handlers().forEach(h -> pass.guard(h.guard()));
            Bodies.of(actor).forEach(pass::block);
        }
    }

    private void guard(Expr guard) {
        if (guard instanceof Expr.Apply and && and.op() == Op.AND && !and.span().known()) {
            and.args().forEach(this::guard);
        } else if (constant(guard).filter(holds -> !holds).isPresent()) {
            problems.say(Code.B0805, guard.span(), Coerce.text(guard.span()));
        }
    }

    private void block(List<Stmt> body) {
        Optional<String> before = Optional.empty();
        for (Stmt stmt : body) {
            if (before.isPresent()) {
                problems.say(Code.B0806, LintSignals.head(stmt.span()), before.get());
                return;
            }
            statement(stmt);
            before = leaves(stmt);
        }
    }

    private void statement(Stmt stmt) {
        if (stmt instanceof Stmt.If s) {
            branch(s.test(), s.then(), s.otherwise());
        }
        if (stmt instanceof Stmt.While s) {
            branch(s.test(), s.body(), List.of());
        }
        if (stmt instanceof Stmt.Await s && s.test().source() instanceof Source.Pure pure) {
            if (s.test().pattern().isEmpty()) {
                guard(pure.value());
            }
        }
        if (stmt instanceof Stmt.Labelled s) {
            statement(s.body());
        } else {
            Statements.bodies(stmt).forEach(this::block);
        }
    }

    private void branch(Stmt.Test test, List<Stmt> yes, List<Stmt> no) {
        if (test.pattern().isPresent() || !(test.source() instanceof Source.Pure pure)) {
            return;
        }
        Expr condition = pure.value();
        constant(condition).ifPresent(holds -> {
            if (holds ? !no.isEmpty() : !yes.isEmpty()) {
                problems.say(Code.B0807, condition.span(), Coerce.text(condition.span()), Boolean.toString(holds));
            }
        });
    }

    /** The word of a statement that nothing behind it follows. */
    private static Optional<String> leaves(Stmt stmt) {
        if (stmt instanceof Stmt.Labelled s) {
            return leaves(s.body());
        }
        if (stmt instanceof Stmt.Return) {
            return Optional.of("return");
        }
        if (stmt instanceof Stmt.Break) {
            return Optional.of("break");
        }
        if (stmt instanceof Stmt.Continue) {
            return Optional.of("continue");
        }
        if (stmt instanceof Stmt.Halt) {
            return Optional.of("halt");
        }
        return stmt instanceof Stmt.Loop s && !breaks(s.body()) ? Optional.of("loop") : Optional.empty();
    }

    /** Whether a {@code break} in a body leaves the loop around it. */
    private static boolean breaks(List<Stmt> body) {
        for (Stmt stmt : body) {
            boolean inner = stmt instanceof Stmt.Loop || stmt instanceof Stmt.While || stmt instanceof Stmt.ForEach;
            if (stmt instanceof Stmt.Break
                    || (!inner && Statements.bodies(stmt).stream().anyMatch(LintFlow::breaks))) {
                return true;
            }
        }
        return false;
    }

    /** The value of a condition that is the same in every state and under all parameters. */
    static Optional<Boolean> constant(Expr expr) {
        if (expr instanceof Expr.Literal literal) {
            return literal.type() instanceof Type.Bool
                    ? Optional.of(literal.value().asBool())
                    : Optional.empty();
        }
        if (!(expr instanceof Expr.Apply apply)) {
            return Optional.empty();
        }
        List<Expr> args = apply.args();
        return switch (apply.op()) {
            case NOT -> constant(args.getFirst()).map(b -> !b);
            case AND -> connective(args, false);
            case OR -> connective(args, true);
            case IMPLIES -> {
                Optional<Boolean> left = constant(args.getFirst());
                Optional<Boolean> right = constant(args.get(1));
                yield left.filter(b -> !b).isPresent() || right.filter(b -> b).isPresent()
                        ? Optional.of(true)
                        : left.isPresent() && right.isPresent() ? Optional.of(false) : Optional.empty();
            }
            case EQ, NE, LT, LE, GT, GE -> compare(apply);
            case ADD,
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
                    MEMBER -> Optional.empty();
        };
    }

    private static Optional<Boolean> connective(List<Expr> args, boolean decides) {
        List<Optional<Boolean>> values = args.stream().map(LintFlow::constant).toList();
        if (values.contains(Optional.of(decides))) {
            return Optional.of(decides);
        }
        return values.stream().allMatch(Optional::isPresent) ? Optional.of(!decides) : Optional.empty();
    }

    /** Compares by ranges. */
    private static Optional<Boolean> compare(Expr.Apply apply) {
        if (!(apply.arg(0).type() instanceof Type.Range a)
                || !(apply.arg(1).type() instanceof Type.Range b)
                || Parametric.is(apply.arg(0))
                || Parametric.is(apply.arg(1))) {
            return Optional.empty();
        }
        Op op = apply.op();
        boolean one = a.low() == a.high() && a.equals(b);
        return switch (op) {
            case EQ -> one ? Optional.of(true) : Intervals.disjoint(a, b) ? Optional.of(false) : Optional.empty();
            case NE -> one ? Optional.of(false) : Intervals.disjoint(a, b) ? Optional.of(true) : Optional.empty();
            case LT -> less(a.high() < b.low(), a.low() >= b.high());
            case LE -> less(a.high() <= b.low(), a.low() > b.high());
            case GT -> less(a.low() > b.high(), a.high() <= b.low());
            case GE -> less(a.low() >= b.high(), a.high() < b.low());
            case NOT,
                    AND,
                    OR,
                    IMPLIES,
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
                    MEMBER -> Optional.empty();
        };
    }

    private static Optional<Boolean> less(boolean always, boolean never) {
        return always ? Optional.of(true) : never ? Optional.of(false) : Optional.empty();
    }
}
