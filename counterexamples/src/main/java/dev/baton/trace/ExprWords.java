package dev.baton.trace;

import dev.baton.model.expr.Expr;
import dev.baton.model.source.Span;
import dev.baton.model.system.TransitionSystem;

/** Expressions as traces tell them: as they were written, and what lowering made of the language as a question. */
public final class ExprWords {
    private ExprWords() {}

    /** On one line: {@code slot is none}, {@code ctl has room}. */
    public static String of(Expr expr) {
        return Wording.of(expr);
    }

    /** {@code line 27}, or {@code other.baton:27} where it is not in the system's own file; empty if unknown. */
    public static String place(TransitionSystem system, Span span) {
        return ActionWords.where(system, span);
    }
}
