package dev.baton.cli.differential;

import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.List;

/** Draws properties and faults. */
final class DrawProperties {
    private final World world;
    private final Choices choices;
    private final DrawExpressions expressions;

    DrawProperties(World world, DrawExpressions expressions) {
        this.world = world;
        this.choices = world.choices;
        this.expressions = expressions;
    }

    List<String> faults() {
        List<String> possible = new ArrayList<>();
        for (World.Actor a : world.actors) {
            if (!a.environment()) {
                possible.add("crash " + a.name());
                possible.add("hang " + a.name());
            }
        }
        for (World.Channel c : world.channels) {
            possible.add("lose " + c.name());
            if (c.kind() != World.Channel.Kind.LATEST) {
                possible.add("duplicate " + c.name());
            }
            if (c.kind() == World.Channel.Kind.FIFO && c.capacity() > 1) {
                possible.add("reorder " + c.name());
            }
        }
        world.ipis.forEach(i -> possible.add("lose " + i.name()));
        List<String> faults = new ArrayList<>();
        for (int i = choices.between(1, 2); i > 0; i--) {
            String fault = choices.of(possible);
            if (possible.remove(fault)) {
                faults.add("fault " + fault + " at most " + choices.between(1, 2));
            }
            if (fault.startsWith("crash ") && choices.chance(60)) {
                faults.add("fault restart " + fault.substring(6) + " at most 1");
            }
            if (possible.isEmpty()) {
                break;
            }
        }
        return faults;
    }

    List<String> all() {
        List<String> text = new ArrayList<>();
        for (int i = choices.between(1, 2); i > 0; i--) {
            text.add((choices.chance(10) ? "lemma " : "invariant ") + world.name("P") + ": " + state());
        }
        if (choices.chance(30)) {
            String before = "step " + world.name("P") + ": ";
            text.add(before + expressions.condition(Scope.of(Scope.Kind.STEP), 3));
        }
        for (int i = choices.between(0, 2); i > 0; i--) {
            text.add("liveness " + world.name("P") + ": " + liveness());
        }
        for (int i = choices.between(0, 1); i > 0; i--) {
            text.add("cover " + world.name("P") + ": " + state());
        }
        if (choices.chance(20)) {
            text.add("terminal " + expressions.condition(Scope.of(Scope.Kind.PROPERTY), 1));
        }
        return text;
    }

    private String state() {
        return expressions.condition(Scope.of(Scope.Kind.PROPERTY), choices.between(1, 3));
    }

    private String liveness() {
        Scope scope = Scope.of(Scope.Kind.PROPERTY);
        String forall = "";
        boolean bound = choices.chance(35);
        if (bound) {
            List<Type> types = new ArrayList<>(world.indexes());
            types.add(Type.Range.of(0, 1));
            Type type = choices.of(types);
            String name = world.name("x");
            scope.add(new Scope.Local(name, type, false));
            forall = "forall " + name + " in " + DrawTypes.text(type) + ": ";
        }
        String p = expressions.condition(scope, 2);
        return forall
                + switch (choices.below(bound ? 4 : 5)) {
                    case 0 -> "eventually " + p;
                    case 1 -> "always eventually " + p;
                    case 2 -> "eventually always " + p;
                    case 3 -> p + " leads to " + expressions.condition(scope, 2);
                    default -> p + " until " + expressions.condition(scope, 2);
                };
    }
}
