package dev.baton.cli.differential;

import dev.baton.model.type.Type;
import java.util.List;
import java.util.Optional;

/** Draws statements on channels, IPIs, other actors and resources. */
final class DrawMessaging {
    private final World world;
    private final Choices choices;
    private final DrawExpressions expressions;
    private final DrawPatterns patterns;

    DrawMessaging(World world, DrawExpressions expressions, DrawPatterns patterns) {
        this.world = world;
        this.choices = world.choices;
        this.expressions = expressions;
        this.patterns = patterns;
    }

    /** {@code send}, without its {@code else}. */
    Optional<String> send(World.Actor actor, Scope scope) {
        List<World.Channel> mine =
                world.channels.stream().filter(c -> c.from() == actor).toList();
        return mine.isEmpty() || !scope.mayTouch() ? Optional.empty() : Optional.of(send(choices.of(mine), scope));
    }

    String send(World.Channel c, Scope scope) {
        Scope rest = scope.touching(scope.touches() - 1);
        String message = expressions.of(c.element(), rest, 2);
        String to = c.to().single() ? "" : " to " + expressions.of(c.to().index, rest, 0);
        return "send " + c.name() + "(" + message + ")" + to;
    }

    Optional<String> receive(World.Actor actor, Scope scope) {
        List<World.Channel> mine =
                world.channels.stream().filter(c -> c.to() == actor).toList();
        return mine.isEmpty() || !scope.mayTouch() ? Optional.empty() : Optional.of(receive(choices.of(mine), scope));
    }

    String receive(World.Channel c, Scope scope) {
        String pattern = patterns.any(c.element(), scope);
        return "receive " + c.name() + "(" + pattern + ")" + from(c, scope);
    }

    /** {@code from s}, now and then. */
    String from(World.Channel c, Scope scope) {
        if (c.from().single() || !choices.chance(40)) {
            return "";
        }
        String name = world.name("x");
        scope.add(new Scope.Local(name, c.from().index, false));
        return " from " + name;
    }

    Optional<String> raise(Scope scope) {
        return world.ipis.isEmpty() ? Optional.empty() : Optional.of(raise(choices.of(world.ipis), scope));
    }

    String raise(World.Ipi ipi, Scope scope) {
        String to = ipi.target().single() ? "" : " to " + expressions.of(ipi.target().index, scope, 0);
        return "raise " + ipi.name() + to;
    }

    Optional<String> mask(World.Actor actor) {
        List<World.Ipi> mine =
                world.ipis.stream().filter(i -> i.target() == actor && !i.nmi()).toList();
        return mine.isEmpty()
                ? Optional.empty()
                : Optional.of((choices.chance(50) ? "mask " : "unmask ")
                        + choices.of(mine).name());
    }

    /** {@code start}: mostly of an actor that is surely off. */
    Optional<String> start(World.Actor actor, Scope scope) {
        List<World.Actor> others = world.actors.stream()
                .filter(a -> a != actor && a.initiallyOff && (!a.started || choices.chance(20)))
                .toList();
        // the text of a procedure may become anybody's, and nobody starts itself
        boolean procedure = !world.actors.contains(actor);
        if (others.isEmpty() || procedure) {
            return Optional.empty();
        }
        World.Actor other = choices.of(others);
        other.started = true;
        String who = expressions.literal(other.index, scope);
        return Optional.of(choices.chance(30) ? "if not live(" + who + ") { start " + who + " }" : "start " + who);
    }

    Optional<String> own(World.Actor actor, Scope scope) {
        if (world.resources.isEmpty()) {
            return Optional.empty();
        }
        Type.Index resource = choices.of(world.resources);
        String one = expressions.literal(resource, scope);
        World.Actor other = choices.of(world.actors);
        String statement = switch (choices.below(4)) {
            case 0 -> "give " + one + " to " + expressions.literal(other.index, scope);
            case 1 -> "release " + one;
            case 2 -> "take " + one;
            default -> "use " + one;
        };
        String asked = statement.startsWith("take")
                ? "owner(" + one + ") is none"
                : "owns(" + expressions.literal(actor.index, scope) + ", " + one + ")";
        return Optional.of(choices.chance(75) ? "if " + asked + " { " + statement + " }" : statement);
    }
}
