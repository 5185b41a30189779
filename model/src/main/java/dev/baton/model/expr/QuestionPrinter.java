package dev.baton.model.expr;

import java.util.ArrayList;
import java.util.List;

/** Questions about the protocol as Baton text. */
final class QuestionPrinter {
    private QuestionPrinter() {}

    static String print(Expr.Query query) {
        List<Expr> args = query.args();
        return switch (query.question()) {
            case Question.At q -> "at(" + place(args, q.task()) + ", " + q.label() + ")";
            case Question.Done q -> "done(" + place(args, q.task()) + ")";
            case Question.Quiescent q -> "quiescent";
            case Question.Live q -> ExprPrinter.call("live", args);
            case Question.Pending q -> about("pending", q.ipi(), args);
            case Question.OwnerOf q -> ExprPrinter.call("owner", args);
            case Question.Owns q -> ExprPrinter.call("owns", args);
            case Question.Contents q -> about("contents", q.channel(), args);
            case Question.Timeout q -> "timeout";
        };
    }

    /** {@code task} of the acting member, {@code k.task} of another. */
    private static String place(List<Expr> actor, String task) {
        if (actor.isEmpty()
                || (actor.getFirst() instanceof Expr.Local local && local.name().equals("self"))) {
            return task;
        }
        return ExprPrinter.tight(actor.getFirst()) + "." + task;
    }

    private static String about(String word, String thing, List<Expr> args) {
        List<String> parts = new ArrayList<>();
        parts.add(thing);
        args.forEach(arg -> parts.add(ExprPrinter.print(arg)));
        return word + "(" + String.join(", ", parts) + ")";
    }
}
