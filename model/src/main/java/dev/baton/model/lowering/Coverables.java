package dev.baton.model.lowering;

import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Quantifier;
import dev.baton.model.protocol.Source;
import dev.baton.model.protocol.Stmt;
import dev.baton.model.source.Span;
import dev.baton.model.system.Coverable;
import dev.baton.model.system.Coverable.Kind;
import dev.baton.model.system.Coverable.Sight;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Collects what was written and that some behaviour should use, each once. */
final class Coverables {
    private final Map<Coverable, Integer> numbers = new LinkedHashMap<>();

    List<Coverable> all() {
        return List.copyOf(numbers.keySet());
    }

    /** Something that a step uses. */
    int marked(Kind kind, String word, Span span) {
        return add(new Coverable(kind, List.of(word), span, OptionalInt.empty(), new Sight.Marked()));
    }

    /** A statement of a control, before which control must have been. */
    int step(Control control, String label, Stmt statement, Expr self) {
        Coverable before =
                new Coverable(Kind.PREMISE, List.of(), statement.span(), OptionalInt.empty(), at(control, label, self));
        return add(new Coverable(
                Kind.STEP,
                List.of(Wording.line(statement)),
                statement.span(),
                OptionalInt.of(add(before)),
                new Sight.Marked()));
    }

    /** That control gets past an {@code if} or {@code while}. */
    void past(Ways ways, Control control, String label, Stmt statement, Expr self) {
        add(new Coverable(
                Kind.PAST,
                List.of(Wording.line(statement)),
                head(statement),
                OptionalInt.of(ways.asked()),
                at(control, label, self)));
    }

    private static Sight at(Control control, String label, Expr self) {
        Type.Index index = control.actor().index();
        Expr at = control.at(self, label);
        Binder binder = new Binder("self", index, new Expr.Domain(index, Span.NONE));
        return new Sight.OfState(
                index.single() ? at : new Expr.Quantified(Quantifier.EXISTS, binder, at, Type.BOOL, Span.NONE));
    }

    /**
     * The ways on from a choice.
     *
     * @param asked number of the choice itself
     * @param branches number of each way; empty for one that nothing was written for
     */
    record Ways(int asked, List<OptionalInt> branches) {}

    /** Of an {@code if} or {@code while}: what is done where the test holds, and what where it does not. */
    Ways ofTest(Stmt statement) {
        int asked = asked(statement);
        String head = Wording.line(statement);
        List<OptionalInt> ways = new ArrayList<>();
        List<Stmt> then = then(statement);
        List<Stmt> otherwise = statement instanceof Stmt.If s ? s.otherwise() : List.of();
        ways.add(then.isEmpty() ? OptionalInt.empty() : branch(asked, "`" + head + "` never holds", head(statement)));
        ways.add(
                otherwise.isEmpty()
                        ? OptionalInt.empty()
                        : branch(
                                asked,
                                "`" + head + "` always holds",
                                otherwise.getFirst().span()));
        return new Ways(asked, ways);
    }

    private static List<Stmt> then(Stmt statement) {
        if (statement instanceof Stmt.If s) {
            return s.then();
        }
        return statement instanceof Stmt.While s ? s.body() : List.of();
    }

    /** Of a {@code match}, by arm. */
    Ways ofMatch(Stmt statement, List<Stmt.Arm> arms) {
        int asked = asked(statement);
        return new Ways(
                asked,
                arms.stream()
                        .map(a -> pattern(a.span()))
                        .map(p -> branch(asked, "`" + p.text() + "` never matches", p))
                        .toList());
    }

    /** The part of an arm before its arrow. */
    private static Span pattern(Span arm) {
        int arrow = arm.text().indexOf("=>");
        int length = arrow < 0
                ? arm.text().length()
                : arm.text().substring(0, arrow).stripTrailing().length();
        return new Span(arm.file(), arm.start(), arm.start() + length);
    }

    /** Of an {@code either}, by branch. */
    Ways ofEither(Stmt.Either statement) {
        int asked = asked(statement);
        return new Ways(
                asked,
                statement.branches().stream()
                        .map(b -> b.isEmpty()
                                ? OptionalInt.empty()
                                : branch(
                                        asked,
                                        "what it waits for never comes",
                                        b.getFirst().span()))
                        .toList());
    }

    /** Of a {@code send} with an {@code else}: there is room, and there is none. */
    Ways ofOffer(Stmt.Send statement) {
        int asked = asked(statement);
        String channel = "`" + statement.channel() + "`";
        List<Stmt> otherwise = statement.otherwise().orElse(List.of());
        return new Ways(
                asked,
                List.of(
                        branch(asked, channel + " never has room", statement.span()),
                        otherwise.isEmpty()
                                ? OptionalInt.empty()
                                : branch(
                                        asked,
                                        channel + " always has room",
                                        otherwise.getFirst().span())));
    }

    private int asked(Stmt statement) {
        return add(new Coverable(Kind.PREMISE, List.of(), statement.span(), OptionalInt.empty(), new Sight.Marked()));
    }

    private OptionalInt branch(int asked, String why, Span span) {
        return OptionalInt.of(
                add(new Coverable(Kind.BRANCH, List.of(why), span, OptionalInt.of(asked), new Sight.Marked())));
    }

    /** The part of a statement before its block. */
    private static Span head(Stmt statement) {
        Span test = statement instanceof Stmt.If s
                ? span(s.test().source())
                : statement instanceof Stmt.While w ? span(w.test().source()) : Span.NONE;
        boolean inside = test.known()
                && test.file().equals(statement.span().file())
                && test.end() > statement.span().start();
        return inside ? new Span(test.file(), statement.span().start(), test.end()) : statement.span();
    }

    private static Span span(Source source) {
        return switch (source) {
            case Source.Pure s -> s.value().span();
            case Source.Cas s -> s.span();
            case Source.FetchAdd s -> s.span();
            case Source.Exchange s -> s.span();
        };
    }

    private int add(Coverable coverable) {
        Integer known = numbers.get(coverable);
        if (known != null) {
            return known;
        }
        numbers.put(coverable, numbers.size());
        return numbers.size() - 1;
    }
}
