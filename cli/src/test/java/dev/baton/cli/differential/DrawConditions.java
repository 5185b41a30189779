package dev.baton.cli.differential;

import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws boolean expressions. */
final class DrawConditions {
    private final World world;
    private final Choices choices;
    private final DrawExpressions expressions;

    DrawConditions(World world, DrawExpressions expressions) {
        this.world = world;
        this.choices = world.choices;
        this.expressions = expressions;
    }

    String of(Scope scope, int depth) {
        if (choices.ended()) {
            return "true";
        }
        if (choices.chance(scope.property() ? 25 : 12)) {
            Optional<String> question = question(scope, depth);
            if (question.isPresent()) {
                return question.get();
            }
        }
        if (depth < 1) {
            return simple(scope);
        }
        return switch (choices.below(21)) {
            case 0, 1, 2 -> equality(scope, depth);
            case 3, 4, 5 -> order(scope, depth);
            case 6 -> "(not " + of(scope, depth - 1) + ")";
            case 7, 8 -> joined(scope, depth);
            case 9, 10 -> option(scope, depth);
            case 11 -> member(scope, depth);
            case 12 -> subset(scope, depth);
            case 13, 14, 15 -> quantified(scope, depth);
            case 16, 20 -> variant(scope, depth);
            case 17 ->
                "(if " + of(scope, depth - 1) + " then " + of(scope, depth - 1) + " else " + of(scope, depth - 1) + ")";
            case 18 -> call(scope, depth);
            default -> state(scope).orElseGet(() -> simple(scope));
        };
    }

    private String simple(Scope scope) {
        return switch (choices.below(3)) {
            case 0 -> state(scope).orElseGet(() -> equality(scope, 0));
            case 1 ->
                expressions
                        .reads()
                        .read(t -> t instanceof Type.Bool, scope, 0)
                        .map(Made::text)
                        .orElseGet(() -> equality(scope, 0));
            default -> equality(scope, 0);
        };
    }

    /** {@code a == b}, of whatever there is. */
    private String equality(Scope scope, int depth) {
        Optional<Made> left = expressions.reads().read(t -> !(t instanceof Type.MapOf) || depth > 0, scope, depth);
        if (left.isEmpty()) {
            return choices.chance(30) ? "false" : "true";
        }
        String op = choices.chance(65) ? " == " : " != ";
        String right = left.get().type() instanceof Type.Bool
                ? expressions.literal(Type.BOOL, scope)
                : expressions.of(left.get().type(), scope, depth - 1);
        return "(" + left.get().text() + op + right + ")";
    }

    private String order(Scope scope, int depth) {
        Made left = expressions.integer(scope, depth - 1);
        Made right = expressions.integer(scope, depth - 1);
        return "(" + left.text() + " " + choices.of(List.of("<", "<=", ">", ">=", "==", "!=")) + " " + right.text()
                + ")";
    }

    private String joined(Scope scope, int depth) {
        String op = choices.of(List.of(" and ", " or ", " implies "));
        return "(" + of(scope, depth - 1) + op + of(scope, depth - 1) + ")";
    }

    private String option(Scope scope, int depth) {
        Optional<Made> read = expressions.reads().read(t -> t instanceof Type.Option, scope, depth - 1);
        if (read.isEmpty()) {
            return order(scope, depth);
        }
        String text = read.get().text();
        Type element = ((Type.Option) read.get().type()).element();
        return switch (choices.below(3)) {
            case 0 -> "(" + text + " is some)";
            case 1 -> "(" + text + " is none)";
            default ->
                again(scope, text)
                        ? "(" + text + " is some and " + text + "! == " + expressions.of(element, scope, depth - 1)
                                + ")"
                        : "(" + text + " is some)";
        };
    }

    /** Whether something that was read may be read once more. */
    private boolean again(Scope scope, String text) {
        return !scope.code() || scope.mayTouch() || !world.touches(text);
    }

    private String member(Scope scope, int depth) {
        Optional<Made> set =
                expressions.reads().read(t -> t instanceof Type.SetOf || t instanceof Type.Seq, scope, depth - 1);
        if (set.isPresent()) {
            Type element = set.get().type() instanceof Type.SetOf s
                    ? s.element()
                    : ((Type.Seq) set.get().type()).element();
            return "(" + element(element, scope, depth) + " in " + set.get().text() + ")";
        }
        Made number = expressions.integer(scope, depth - 1);
        return "(" + number.text() + " in " + choices.between(-1, 1) + ".." + choices.between(1, 2) + ")";
    }

    /** A value that tells its own type. */
    private String element(Type type, Scope scope, int depth) {
        return switch (type) {
            case Type.Option t -> "some(" + expressions.literal(t.element(), scope) + ")";
            case Type.Union t -> expressions.literal(choices.of(t.variants()), scope);
            case Type.Bool t -> expressions.of(t, scope, depth - 1);
            case Type.Range t -> expressions.of(t, scope, depth - 1);
            case Type.Enumeration t -> expressions.of(t, scope, depth - 1);
            case Type.Index t -> expressions.of(t, scope, depth - 1);
            case Type.Struct t -> expressions.of(t, scope, depth - 1);
            case Type.SetOf t -> expressions.literal(t, scope);
            case Type.Seq t -> expressions.literal(t, scope);
            case Type.MapOf t -> expressions.literal(t, scope);
            case Type.Bag t -> expressions.literal(t, scope);
        };
    }

    private String subset(Scope scope, int depth) {
        Optional<Made> set = expressions.reads().read(t -> t instanceof Type.SetOf, scope, depth - 1);
        return set.map(s -> "(" + s.text() + " subset " + expressions.of(s.type(), scope, depth - 1) + ")")
                .orElseGet(() -> order(scope, depth));
    }

    private String quantified(Scope scope, int depth) {
        String word = choices.of(List.of("forall", "exists"));
        String name = world.name("x");
        DrawExpressions.Domained domain = expressions.domain(scope, depth);
        Scope inner = scope.with(new Scope.Local(name, domain.element(), false));
        boolean once = scope.code() && !scope.mayTouch();
        if (!once && choices.chance(20)) {
            String second = world.name("x");
            Scope both =
                    inner.with(new Scope.Local(second, domain.element(), false)).touching(0);
            return "(" + word + " " + name + ", " + second + " in " + domain.text() + ": " + of(both, depth - 1) + ")";
        }
        return "(" + word + " " + name + " in " + domain.text() + ": "
                + of(scope.code() ? inner.touching(0) : inner, depth - 1) + ")";
    }

    /** {@code u is M and …}, where the rest takes {@code u} for an {@code M}. */
    private String variant(Scope scope, int depth) {
        Optional<Made> read = expressions.reads().read(t -> t instanceof Type.Union, scope, depth - 1);
        if (read.isEmpty()) {
            return equality(scope, depth);
        }
        String text = read.get().text();
        Type.Struct variant = choices.of(((Type.Union) read.get().type()).variants());
        String is = text + " is " + variant;
        boolean first = scope.ask(text);
        if (!again(scope, text) || text.endsWith("'")) {
            return "(" + is + ")";
        }
        Scope inner = scope.with(new Scope.Local(text, variant, false));
        String op = choices.of(List.of(" and ", " implies "));
        Optional<Made> field = expressions.reads().read(t -> t instanceof Type.Range || t.equals(variant), inner, 0);
        String rest = field.map(f -> f.text() + " == " + expressions.of(f.type(), inner, 0))
                .orElse("true");
        scope.touches(inner.touches());
        return first ? "(" + is + op + rest + ")" : "(" + is + ")";
    }

    private String call(Scope scope, int depth) {
        List<World.Function> fitting = world.functions.stream()
                .filter(f -> f.result() instanceof Type.Bool)
                .toList();
        return fitting.isEmpty() ? order(scope, depth) : expressions.call(choices.of(fitting), scope, depth);
    }

    /** {@code state == S}, of an actor that has states. */
    private Optional<String> state(Scope scope) {
        List<String> all = new ArrayList<>();
        if (scope.code()) {
            scope.actor.ifPresent(a -> a.states.forEach(s -> all.add("(state == " + s + ")")));
        }
        if (scope.property()) {
            for (World.Actor a : world.actors) {
                String who = a.single() ? a.name() : a.name() + "(0)";
                String prime = scope.kind == Scope.Kind.STEP && choices.chance(40) ? "'" : "";
                a.states.forEach(s -> all.add("(" + who + ".state" + prime + " == " + s + ")"));
            }
            for (Scope.Local l : scope.locals()) {
                world.actor(l.type())
                        .ifPresent(a -> a.states.forEach(s -> all.add("(" + l.name() + ".state == " + s + ")")));
            }
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(choices.of(all));
    }

    /** A question about what is in flight, alive, owned, or where control is. */
    private Optional<String> question(Scope scope, int depth) {
        if (scope.kind == Scope.Kind.PURE) {
            return Optional.empty();
        }
        List<String> all = new ArrayList<>();
        for (World.Actor a : world.actors) {
            all.add("live(" + expressions.literal(a.index, scope) + ")");
        }
        for (World.Ipi i : world.ipis) {
            String who = i.target().single() ? "" : ", " + expressions.literal(i.target().index, scope);
            all.add("pending(" + i.name() + who + ")");
        }
        for (Type.Index r : world.resources) {
            String one = expressions.literal(r, scope);
            World.Actor owner = choices.of(world.actors);
            String who = expressions.literal(owner.index, scope);
            all.add("owns(" + who + ", " + one + ")");
            all.add("(owner(" + one + ") is none)");
            all.add("(owner(" + one + ") == some(" + who + "))");
        }
        if (scope.property()) {
            control(scope, all);
        }
        boolean mayTouch = scope.property() || scope.mayTouch();
        for (World.Channel c : world.channels) {
            boolean end = scope.property()
                    || scope.actor.filter(a -> a == c.from() || a == c.to()).isPresent();
            if (mayTouch && end && choices.chance(60)) {
                scope.touch();
                return Optional.of(contents(c, scope, depth));
            }
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(choices.of(all));
    }

    private void control(Scope scope, List<String> all) {
        all.add("quiescent");
        for (World.Actor a : world.actors) {
            String who = a.single() ? a.name() : expressions.literal(a.index, scope);
            a.tasks.forEach(t -> all.add("done(" + who + "." + t + ")"));
            a.labels.forEach(l -> all.add("at(" + who + "." + l.unit() + ", " + l.name() + ")"));
        }
    }

    private String contents(World.Channel c, Scope scope, int depth) {
        String from = c.from().single() ? "" : ", " + expressions.literal(c.from().index, scope);
        String to = c.to().single() ? "" : ", " + expressions.literal(c.to().index, scope);
        String text = "contents(" + c.name() + from + to + ")";
        return switch (c.kind()) {
            case FIFO ->
                choices.chance(70)
                        ? "(len(" + text + ") " + choices.of(List.of("==", ">", "<")) + " " + choices.between(0, 1)
                                + ")"
                        : "(" + element(c.element(), scope, depth) + " in " + text + ")";
            case UNORDERED ->
                choices.chance(50)
                        ? "(" + text + " == {})"
                        : "(" + element(c.element(), scope, depth) + " in " + text + ")";
            case LATEST ->
                choices.chance(50)
                        ? "(" + text + " is some)"
                        : "(" + text + " == " + expressions.of(new Type.Option(c.element()), scope, depth - 1) + ")";
        };
    }
}
