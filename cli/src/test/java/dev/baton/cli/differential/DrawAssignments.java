package dev.baton.cli.differential;

import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws statements that store: biased to such as go on for a while before a value leaves its range, if ever. */
final class DrawAssignments {
    private final World world;
    private final Choices choices;
    private final DrawExpressions expressions;

    DrawAssignments(World world, DrawExpressions expressions) {
        this.world = world;
        this.choices = world.choices;
        this.expressions = expressions;
    }

    private record Target(String text, Type type, boolean memory) {}

    /** An assignment, if there is anything to assign. */
    Optional<String> assign(Scope scope) {
        Optional<Target> target = target(scope, choices.chance(60));
        return target.map(t -> store(t, scope));
    }

    /** {@code x = cas(…)} and its like; what it gives is bound in {@code scope}. */
    Optional<String> locked(Scope scope) {
        Optional<Target> target = target(scope, true).filter(Target::memory);
        return target.map(t -> {
            Operation operation = operation(t, scope.touching(0));
            String name = world.name("x");
            scope.add(new Scope.Local(name, operation.result, false));
            return "let " + name + " = " + operation.text;
        });
    }

    /** {@code cas(…)} as a condition, if there is memory. */
    Optional<String> cas(Scope scope) {
        return target(scope, true).filter(Target::memory).map(t -> cas(t, scope.touching(0)));
    }

    private record Operation(String text, Type result) {}

    private Operation operation(Target t, Scope scope) {
        return switch (choices.below(3)) {
            case 0 -> new Operation(cas(t, scope), Type.BOOL);
            case 1 ->
                t.type instanceof Type.Range r && r.high() > r.low()
                        ? new Operation("fetch_add(" + t.text + ", " + choices.of(List.of("1", "-1")) + ")", t.type)
                        : new Operation(exchange(t, scope), t.type);
            default -> new Operation(exchange(t, scope), t.type);
        };
    }

    private String exchange(Target t, Scope scope) {
        return "xchg(" + t.text + ", " + expressions.of(t.type, scope, 1) + ")";
    }

    private String cas(Target t, Scope scope) {
        return "cas(" + t.text + ", " + expressions.of(t.type, scope, 0) + ", " + expressions.of(t.type, scope, 1)
                + ")";
    }

    private Optional<Target> target(Scope scope, boolean memoryFirst) {
        List<Target> targets = new ArrayList<>();
        if (scope.mayTouch()) {
            world.memory.forEach(v -> targets.add(new Target(v.name(), v.type(), true)));
        }
        if (targets.isEmpty() || !memoryFirst) {
            scope.actor.ifPresent(a -> a.variables.forEach(v -> targets.add(new Target(v.name(), v.type(), false))));
            scope.locals().stream()
                    .filter(Scope.Local::assignable)
                    .forEach(l -> targets.add(new Target(l.name(), l.type(), false)));
        }
        return targets.isEmpty() ? Optional.empty() : Optional.of(path(choices.of(targets), scope));
    }

    private Target path(Target t, Scope scope) {
        // the place is said twice where its new value is made of the old one
        Scope keys = t.memory || scope.touches() == 1 ? scope.touching(0) : scope;
        if (t.type instanceof Type.MapOf map) {
            String key = expressions.of(map.key(), keys, choices.chance(15) ? 1 : 0);
            return path(new Target(t.text + "[" + key + "]", map.value(), t.memory), scope);
        }
        if (t.type instanceof Type.Struct struct && !struct.fields().isEmpty() && choices.chance(50)) {
            Type.Field field = choices.of(struct.fields());
            return new Target(t.text + "." + field.name(), field.type(), t.memory);
        }
        return t;
    }

    private String store(Target t, Scope scope) {
        boolean once = t.memory && scope.touches() == 1;
        Scope inner = t.memory ? scope.touching(scope.touches() - 1) : scope;
        if (!once && choices.chance(60)) {
            Optional<String> change = change(t, inner);
            if (change.isPresent()) {
                return change.get();
            }
        }
        return t.text + " = " + expressions.of(t.type, inner, 2);
    }

    /** A new value made of the old one. */
    private Optional<String> change(Target t, Scope scope) {
        return switch (t.type) {
            case Type.Range r -> Optional.of(count(t, r));
            case Type.SetOf s ->
                Optional.of(t.text + " = " + t.text + (choices.chance(65) ? " union {" : " minus {")
                        + expressions.of(s.element(), scope, 1) + "}");
            case Type.Seq s -> Optional.of(queue(t, s, scope));
            case Type.Bool b -> Optional.of(t.text + " = not " + t.text);
            case Type.Option o -> Optional.empty();
            case Type.Enumeration e -> Optional.empty();
            case Type.Index i -> Optional.empty();
            case Type.Struct s -> Optional.empty();
            case Type.Union u -> Optional.empty();
            case Type.MapOf m -> Optional.empty();
            case Type.Bag b -> Optional.empty();
        };
    }

    private String count(Target t, Type.Range r) {
        int values = r.high() - r.low() + 1;
        if (values == 1) {
            return t.text + " = " + r.low();
        }
        return switch (choices.below(5)) {
            case 0, 1 -> "if " + t.text + " < " + r.high() + " { " + t.text + " += 1 }";
            case 2 -> t.text + " = (" + t.text + " - (" + r.low() + ") + 1) % " + values + " + (" + r.low() + ")";
            case 3 -> "if " + t.text + " > " + r.low() + " { " + t.text + " -= 1 }";
            default -> t.text + (choices.chance(70) ? " += 1" : " -= 1");
        };
    }

    private String queue(Target t, Type.Seq s, Scope scope) {
        String append = t.text + " = append(" + t.text + ", " + expressions.of(s.element(), scope, 1) + ")";
        return switch (choices.below(4)) {
            case 0, 1 -> "if len(" + t.text + ") < " + s.capacity() + " { " + append + " }";
            case 2 -> "if len(" + t.text + ") > 0 { " + t.text + " = drop(" + t.text + ") }";
            default -> append;
        };
    }
}
