package dev.baton.cli.differential;

import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws expressions of a wanted type. */
final class DrawExpressions {
    private final World world;
    private final Choices choices;
    private final DrawReads reads;
    private final DrawIntegers integers;
    private final DrawConditions conditions;

    DrawExpressions(World world) {
        this.world = world;
        this.choices = world.choices;
        this.reads = new DrawReads(world, this);
        this.integers = new DrawIntegers(world, this);
        this.conditions = new DrawConditions(world, this);
    }

    DrawReads reads() {
        return reads;
    }

    /** An expression that may stand where {@code type} is asked for. */
    String of(Type type, Scope scope, int depth) {
        if (choices.ended() || depth < 0) {
            return literal(type, scope);
        }
        if (type instanceof Type.Bool) {
            return condition(scope, depth);
        }
        if (choices.chance(50)) {
            Optional<Made> read = reads.read(t -> Made.goes(t, type), scope, depth);
            if (read.isPresent()) {
                return read.get().text();
            }
        }
        if (depth > 0 && choices.chance(12)) {
            String test = condition(scope, depth - 1);
            return "(if " + test + " then " + of(type, scope, depth - 1) + " else " + of(type, scope, depth - 1) + ")";
        }
        Optional<String> call = choices.chance(10) ? call(type, scope, depth) : Optional.empty();
        return call.orElseGet(() -> compound(type, scope, depth));
    }

    String condition(Scope scope, int depth) {
        return conditions.of(scope, depth);
    }

    /** An integer expression of any range. */
    Made integer(Scope scope, int depth) {
        return integers.any(scope, depth);
    }

    private String compound(Type type, Scope scope, int depth) {
        return switch (type) {
            case Type.Range t -> integers.within(t, scope, depth);
            case Type.Struct t -> struct(t, scope, depth);
            case Type.Union t -> of(choices.of(t.variants()), scope, depth);
            case Type.Option t ->
                choices.chance(70)
                        ? "some(" + of(t.element(), scope, depth - 1) + ")"
                        : t.element() instanceof Type.Union ? "none" : option(t, scope, depth);
            case Type.SetOf t -> set(t, scope, depth);
            case Type.Seq t -> sequence(t, scope, depth);
            case Type.MapOf t -> map(t, scope, depth);
            case Type.Bool t -> condition(scope, depth);
            case Type.Enumeration t -> literal(t, scope);
            case Type.Index t ->
                depth > 0 && choices.chance(5)
                        ? t.name() + "(" + integers.within(Type.Range.of(0, t.size() - 1), scope, depth - 1) + ")"
                        : literal(t, scope);
            case Type.Bag t -> throw new IllegalArgumentException("nobody writes bags");
        };
    }

    /** A plain value stands for {@code some} of it. */
    private String option(Type.Option t, Scope scope, int depth) {
        return choices.chance(60) ? "none" : of(t.element(), scope, depth - 1);
    }

    private String struct(Type.Struct t, Scope scope, int depth) {
        if (depth > 0 && !t.fields().isEmpty() && choices.chance(30)) {
            Optional<Made> base = reads.read(t::equals, scope, depth - 1);
            if (base.isPresent()) {
                Type.Field field = choices.of(t.fields());
                return "(" + base.get().text() + " with { " + field.name() + " = " + of(field.type(), scope, depth - 1)
                        + " })";
            }
        }
        return make(t, f -> of(f, scope, depth - 1));
    }

    private static String make(Type.Struct t, java.util.function.Function<Type, String> value) {
        if (t.fields().isEmpty()) {
            return t.name();
        }
        List<String> fields = t.fields().stream()
                .map(f -> f.name() + ": " + value.apply(f.type()))
                .toList();
        return "(" + t.name() + " { " + String.join(", ", fields) + " })";
    }

    private String set(Type.SetOf t, Scope scope, int depth) {
        if (depth < 1) {
            return literal(t, scope);
        }
        Type element = t.element();
        return switch (choices.below(8)) {
            case 0 -> "{" + of(element, scope, depth - 1) + "}";
            case 1 -> "{" + of(element, scope, depth - 1) + ", " + of(element, scope, depth - 1) + "}";
            case 2 -> binary(plain(t, scope, depth), "union", of(t, scope, depth - 1));
            case 3 -> binary(plain(t, scope, depth), "minus", of(t, scope, depth - 1));
            case 4 -> binary(plain(t, scope, depth), "intersect", of(t, scope, depth - 1));
            case 5 -> {
                String name = world.name("x");
                Scope inner = scope.with(new Scope.Local(name, element, false)).touching(0);
                yield "{ " + name + " in " + plain(t, scope, depth) + " where " + condition(inner, depth - 1) + " }";
            }
            case 6 -> image(element, scope, depth);
            default ->
                element instanceof Type.Range r
                        ? "(" + r.low() + ".." + integers.within(r, scope, depth - 1) + ")"
                        : "all(" + DrawTypes.text(element) + ")";
        };
    }

    private String image(Type element, Scope scope, int depth) {
        String name = world.name("x");
        Domained domain = domain(scope, depth);
        Scope inner = scope.with(new Scope.Local(name, domain.element, false)).touching(0);
        if (choices.chance(25)) {
            String second = world.name("x");
            Scope both = inner.with(new Scope.Local(second, Type.Range.of(0, 1), false));
            return "{ " + of(element, both, depth - 1) + " for " + name + " in " + domain.text + ", " + second
                    + " in 0..1 }";
        }
        return "{ " + of(element, inner, depth - 1) + " for " + name + " in " + domain.text + " }";
    }

    /** A set that tells its own type. */
    private String plain(Type.SetOf t, Scope scope, int depth) {
        Optional<Made> read = reads.read(u -> Made.goes(u, t), scope, depth - 1);
        return read.map(Made::text).orElseGet(() -> "all(" + DrawTypes.text(t.element()) + ")");
    }

    private static String binary(String left, String op, String right) {
        return "(" + left + " " + op + " " + right + ")";
    }

    private String sequence(Type.Seq t, Scope scope, int depth) {
        if (depth < 1) {
            return literal(t, scope);
        }
        Optional<Made> read = reads.read(u -> Made.goes(u, t), scope, depth - 1);
        String base = read.map(Made::text).orElseGet(() -> "[" + literal(t.element(), scope) + "]");
        return switch (choices.below(5)) {
            case 0 -> "[" + of(t.element(), scope, depth - 1) + "]";
            case 1, 2 -> "append(" + base + ", " + of(t.element(), scope, depth - 1) + ")";
            case 3 -> {
                String shorter = "drop(" + base + ")";
                boolean once = scope.code() && world.touches(base);
                yield once || choices.chance(20)
                        ? shorter
                        : "(if len(" + base + ") > 0 then " + shorter + " else " + base + ")";
            }
            default -> "[]";
        };
    }

    private String map(Type.MapOf t, Scope scope, int depth) {
        String name = world.name("x");
        Scope inner = scope.with(new Scope.Local(name, t.key(), false)).touching(0);
        return "[" + name + " in " + (t.key() instanceof Type.Bool ? "bool" : DrawTypes.text(t.key())) + ": "
                + of(t.value(), inner, depth - 1) + "]";
    }

    private Optional<String> call(Type type, Scope scope, int depth) {
        List<World.Function> fitting = world.functions.stream()
                .filter(f -> Made.goes(f.result(), type))
                .toList();
        return fitting.isEmpty() ? Optional.empty() : Optional.of(call(choices.of(fitting), scope, depth));
    }

    String call(World.Function function, Scope scope, int depth) {
        List<String> arguments =
                function.parameters().stream().map(p -> of(p, scope, depth - 1)).toList();
        return function.name() + "(" + String.join(", ", arguments) + ")";
    }

    /** Something to go through: a type, a range, a set or a sequence. */
    Domained domain(Scope scope, int depth) {
        List<Type.Index> indexes = world.indexes();
        switch (choices.below(6)) {
            case 0, 1 -> {
                if (!indexes.isEmpty()) {
                    Type.Index index = choices.of(indexes);
                    return new Domained(index.name(), index);
                }
            }
            case 2, 3 -> {
                Optional<Made> read = reads.read(t -> t instanceof Type.SetOf, scope, depth - 1);
                if (read.isPresent()) {
                    return new Domained(
                            read.get().text(), ((Type.SetOf) read.get().type()).element());
                }
            }
            case 4 -> {
                Optional<Made> read = reads.read(t -> t instanceof Type.Seq, scope, depth - 1);
                if (read.isPresent()) {
                    return new Domained(
                            read.get().text(), ((Type.Seq) read.get().type()).element());
                }
            }
            default -> {
                if (choices.chance(40)) {
                    return new Domained("bool", Type.BOOL);
                }
            }
        }
        int high = choices.between(0, 2);
        return new Domained("0.." + high, Type.Range.of(0, high));
    }

    /** What a quantifier goes through, and the type of what it binds. */
    record Domained(String text, Type element) {}

    /** A constant of a type; {@code self} where that is one. */
    String literal(Type type, Scope scope) {
        return switch (type) {
            case Type.Bool t -> choices.chance(50) ? "true" : "false";
            case Type.Range t -> String.valueOf(choices.between(t.low(), t.high()));
            case Type.Enumeration t -> choices.of(t.members());
            case Type.Index t -> {
                if (scope.code() && scope.actor.filter(a -> a.index.equals(t)).isPresent()) {
                    yield "self";
                }
                List<String> names = new ArrayList<>();
                scope.locals().stream().filter(l -> l.type().equals(t)).forEach(l -> names.add(l.name()));
                names.add(t.single() ? t.name() : t.name() + "(" + choices.below(t.size()) + ")");
                yield choices.of(names);
            }
            case Type.Struct t -> make(t, f -> literal(f, scope));
            case Type.Union t -> literal(t.variants().getFirst(), scope);
            case Type.Option t -> choices.chance(30) ? "some(" + literal(t.element(), scope) + ")" : "none";
            case Type.SetOf t ->
                switch (choices.below(3)) {
                    case 0 -> "{}";
                    case 1 -> "{" + literal(t.element(), scope) + "}";
                    default -> "all(" + DrawTypes.text(t.element()) + ")";
                };
            case Type.Seq t -> choices.chance(30) ? "[" + literal(t.element(), scope) + "]" : "[]";
            case Type.MapOf t -> map(t, scope, 0);
            case Type.Bag t -> throw new IllegalArgumentException("nobody writes bags");
        };
    }

    /** How many values a type has, as the front end bounds counts. */
    static int size(Type type) {
        return Domain.size(type).min(java.math.BigInteger.valueOf(1000)).intValue();
    }
}
