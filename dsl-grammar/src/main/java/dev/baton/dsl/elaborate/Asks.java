package dev.baton.dsl.elaborate;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Question;

/** Which questions an expression asks, through functions too. */
final class Asks {
    private Asks() {}

    /** Whether it asks any. */
    static boolean any(Expr expr) {
        return expr instanceof Expr.Query
                || (expr instanceof Expr.Call call && any(call.definition().body()))
                || expr.children().stream().anyMatch(Asks::any);
    }

    /** Whether it asks what no kernel can see. */
    static boolean unseen(Expr expr) {
        return (expr instanceof Expr.Query query && unseen(query.question()))
                || (expr instanceof Expr.Call call && unseen(call.definition().body()))
                || expr.children().stream().anyMatch(Asks::unseen);
    }

    /** Whether no kernel can see the answer: control of others, all that is in flight. */
    static boolean unseen(Question question) {
        return switch (question) {
            case Question.At q -> true;
            case Question.Done q -> true;
            case Question.Quiescent q -> true;
            case Question.Live q -> false;
            case Question.Pending q -> false;
            case Question.OwnerOf q -> false;
            case Question.Owns q -> false;
            case Question.Contents q -> false;
            case Question.Timeout q -> false;
        };
    }

    /** Whether it waits for {@code timeout}. */
    static boolean timeout(Expr expr) {
        return (expr instanceof Expr.Query query && query.question() instanceof Question.Timeout)
                || expr.children().stream().anyMatch(Asks::timeout);
    }
}
