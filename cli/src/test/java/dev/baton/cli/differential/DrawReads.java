package dev.baton.cli.differential;

import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Draws reads: a variable or name in scope, and a path into it. */
final class DrawReads {
    private static final int LONGEST_PATH = 3;

    private final World world;
    private final Choices choices;
    private final DrawExpressions expressions;

    DrawReads(World world, DrawExpressions expressions) {
        this.world = world;
        this.choices = world.choices;
        this.expressions = expressions;
    }

    /** What a path begins with. */
    record Root(String text, Type type, boolean memory, boolean variable) {}

    /** One part of a path, behind or (a call) around what is before it; {@code partial} if it may be undefined. */
    private record Part(String before, Optional<Type> key, String after, boolean partial) {}

    private record Way(Root root, List<Part> parts, Type type) {
        boolean partial() {
            return parts.stream().anyMatch(Part::partial);
        }

        Way then(Part part, Type to) {
            List<Part> longer = new ArrayList<>(parts);
            longer.add(part);
            return new Way(root, longer, to);
        }
    }

    /** A read of a wanted type, if there is anything to read. */
    Optional<Made> read(Predicate<Type> wanted, Scope scope, int depth) {
        boolean partial = choices.chance(10);
        List<Way> ways = new ArrayList<>();
        for (Root root : roots(scope)) {
            extend(new Way(root, List.of(), root.type()), ways);
        }
        // a whole map of memory is more than one touch
        boolean maps = scope.touches() > 1;
        ways.removeIf(w -> !wanted.test(w.type)
                || (w.partial() && !partial)
                || (w.root.memory && w.type instanceof Type.MapOf && !maps));
        return ways.isEmpty() ? Optional.empty() : Optional.of(made(choices.of(ways), scope, depth));
    }

    private static void extend(Way way, List<Way> into) {
        into.add(way);
        if (way.parts.size() == LONGEST_PATH) {
            return;
        }
        switch (way.type) {
            case Type.MapOf t -> extend(way.then(new Part("[", Optional.of(t.key()), "]", false), t.value()), into);
            case Type.Struct t ->
                t.fields()
                        .forEach(f -> extend(
                                way.then(new Part("." + f.name(), Optional.empty(), "", false), f.type()), into));
            case Type.Option t -> extend(way.then(new Part("!", Optional.empty(), "", true), t.element()), into);
            case Type.Seq t -> {
                extend(way.then(new Part("[", Optional.of(Type.Range.of(0, 1)), "]", true), t.element()), into);
                extend(way.then(new Part("first(", Optional.empty(), ")", true), t.element()), into);
                extend(way.then(new Part("last(", Optional.empty(), ")", true), t.element()), into);
            }
            case Type.Bool t -> {}
            case Type.Range t -> {}
            case Type.Enumeration t -> {}
            case Type.Index t -> {}
            case Type.Union t -> {}
            case Type.SetOf t -> {}
            case Type.Bag t -> {}
        }
    }

    private Made made(Way way, Scope scope, int depth) {
        if (way.root.memory) {
            scope.touch();
        }
        boolean primed = scope.kind == Scope.Kind.STEP && way.root.variable && choices.chance(45);
        StringBuilder text = new StringBuilder(way.root.text);
        for (Part part : way.parts) {
            text.insert(part.before.endsWith("(") ? 0 : text.length(), part.before);
            part.key.ifPresent(key -> text.append(
                    primed ? expressions.literal(key, scope) : expressions.of(key, scope, Math.min(depth, 1) - 1)));
            text.append(part.after);
        }
        return new Made(text + (primed ? "'" : ""), way.type);
    }

    /** Everything that may be read. */
    List<Root> roots(Scope scope) {
        List<Root> roots = new ArrayList<>();
        scope.locals().forEach(l -> roots.add(new Root(l.name(), l.type(), false, false)));
        world.params.forEach(p -> roots.add(new Root(p.name(), Type.Range.of(p.value(), p.value()), false, false)));
        if (scope.kind != Scope.Kind.PURE && scope.mayTouch()) {
            world.memory.forEach(v -> roots.add(new Root(v.name(), v.type(), true, true)));
        }
        if (scope.code()) {
            scope.actor.ifPresent(a -> a.variables.forEach(v -> roots.add(new Root(v.name(), v.type(), false, true))));
        }
        if (scope.property()) {
            for (World.Actor actor : world.actors) {
                String owner = actor.single() ? actor.name() : actor.name() + "(0)";
                actor.variables.forEach(v -> roots.add(new Root(owner + "." + v.name(), v.type(), false, true)));
            }
            for (Scope.Local local : scope.locals()) {
                world.actor(local.type())
                        .ifPresent(a -> a.variables.forEach(
                                v -> roots.add(new Root(local.name() + "." + v.name(), v.type(), false, true))));
            }
        }
        return roots;
    }
}
