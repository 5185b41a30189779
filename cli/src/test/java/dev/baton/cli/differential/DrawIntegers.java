package dev.baton.cli.differential;

import dev.baton.model.type.Type;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Draws integer expressions, and knows their ranges as the front end does: what never fits is refused. */
final class DrawIntegers {
    private static final int LARGEST = 1000;

    private final World world;
    private final Choices choices;
    private final DrawExpressions expressions;

    DrawIntegers(World world, DrawExpressions expressions) {
        this.world = world;
        this.choices = world.choices;
        this.expressions = expressions;
    }

    /** An integer that may be, but need not be, in a range. */
    String within(Type.Range range, Scope scope, int depth) {
        if (depth < 1 || choices.chance(40)) {
            return expressions.literal(range, scope);
        }
        int touches = scope.touches();
        Made made = any(scope, depth);
        if (Made.goes(made.type(), range)) {
            return made.text();
        }
        scope.touches(touches);
        return expressions.literal(range, scope);
    }

    Made any(Scope scope, int depth) {
        if (depth < 1 || choices.chance(40)) {
            Optional<Made> read = expressions.reads().read(t -> t instanceof Type.Range, scope, depth);
            return read.orElseGet(this::number);
        }
        return switch (choices.below(12)) {
            case 0, 1 -> {
                Made a = any(scope, depth - 1);
                Made b = any(scope, depth - 1);
                yield range(a, "+", b, a.low() + b.low(), a.high() + b.high());
            }
            case 2 -> {
                Made a = any(scope, depth - 1);
                Made b = any(scope, depth - 1);
                yield range(a, "-", b, a.low() - b.high(), a.high() - b.low());
            }
            case 3 -> product(any(scope, depth - 1), any(scope, depth - 1));
            case 4 -> {
                Made a = any(scope, depth - 1);
                yield Made.range("(-(" + a.text() + "))", -a.high(), -a.low());
            }
            case 5 -> {
                int by = choices.between(1, 3);
                Made a = any(scope, depth - 1);
                yield range(a, "/", number(by), Math.floorDiv(a.low(), by), Math.floorDiv(a.high(), by));
            }
            case 6 -> remainder(scope, depth);
            case 7 -> size(scope, depth);
            case 8 -> counted(scope, depth);
            case 9, 10 -> summed(scope, depth);
            default -> ordinal(scope);
        };
    }

    private Made number() {
        return number(choices.between(0, 2));
    }

    private static Made number(int n) {
        return Made.range(String.valueOf(n), n, n);
    }

    private static Made range(Made a, String op, Made b, int low, int high) {
        return bounded(Made.range("(" + a.text() + " " + op + " " + b.text() + ")", low, high), a);
    }

    /** Numbers that grow are no use. */
    private static Made bounded(Made made, Made otherwise) {
        return made.low() < -LARGEST || made.high() > LARGEST ? otherwise : made;
    }

    private static Made product(Made a, Made b) {
        int[] corners = {a.low() * b.low(), a.low() * b.high(), a.high() * b.low(), a.high() * b.high()};
        return range(
                a,
                "*",
                b,
                IntStream.of(corners).min().orElseThrow(),
                IntStream.of(corners).max().orElseThrow());
    }

    private Made remainder(Scope scope, int depth) {
        Made a = any(scope, depth - 1);
        Optional<Made> divisor = choices.chance(15)
                ? expressions.reads().read(t -> t instanceof Type.Range r && r.high() > 0, scope, depth - 1)
                : Optional.empty();
        Made b = divisor.orElseGet(() -> number(choices.between(2, 3)));
        int most = b.high() - 1;
        return range(a, "%", b, 0, a.low() >= 0 ? Math.min(a.high(), most) : most);
    }

    private Made size(Scope scope, int depth) {
        Optional<Made> read =
                expressions.reads().read(t -> t instanceof Type.SetOf || t instanceof Type.Seq, scope, depth - 1);
        return read.map(made -> switch (made.type()) {
                    case Type.Seq t -> Made.range("len(" + made.text() + ")", 0, t.capacity());
                    case Type.SetOf t -> Made.range("size(" + made.text() + ")", 0, DrawExpressions.size(t.element()));
                    case Type.Bool t -> number();
                    case Type.Range t -> number();
                    case Type.Enumeration t -> number();
                    case Type.Index t -> number();
                    case Type.Struct t -> number();
                    case Type.Union t -> number();
                    case Type.Option t -> number();
                    case Type.Bag t -> number();
                    case Type.MapOf t -> number();
                })
                .orElseGet(this::number);
    }

    private Made counted(Scope scope, int depth) {
        String name = world.name("x");
        DrawExpressions.Domained domain = expressions.domain(scope, depth);
        Scope inner = scope.with(new Scope.Local(name, domain.element(), false)).touching(0);
        String text = "(count " + name + " in " + domain.text() + ": " + expressions.condition(inner, depth - 1) + ")";
        return Made.range(text, 0, DrawExpressions.size(domain.element()));
    }

    private Made summed(Scope scope, int depth) {
        String name = world.name("x");
        DrawExpressions.Domained domain = expressions.domain(scope, depth);
        Scope inner = scope.with(new Scope.Local(name, domain.element(), false)).touching(0);
        Made body = any(inner, depth - 1);
        String word = choices.of(List.of("sum", "min", "max"));
        String text = "(" + word + " " + name + " in " + domain.text() + ": " + body.text() + ")";
        int most = DrawExpressions.size(domain.element());
        if (!word.equals("sum")) {
            return new Made(text, body.type());
        }
        int low = Math.min(0, most * body.low());
        int high = Math.max(0, most * body.high());
        return low < -LARGEST || high > LARGEST ? number() : Made.range(text, low, high);
    }

    private Made ordinal(Scope scope) {
        if (choices.chance(75) || world.indexes().isEmpty()) {
            return number();
        }
        Type.Index index = choices.of(world.indexes());
        return Made.range("ord(" + expressions.literal(index, scope) + ")", 0, index.size() - 1);
    }
}
