package dev.baton.cli.differential;

import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Random protocols that the front end accepts, as text. They are small and do things; most are about two to five
 * features of the language, what the domain is made of more often than others.
 */
final class RandomProtocol {
    private final World world;
    private final Choices choices;
    private final DrawTypes types;
    private final DrawExpressions expressions;
    private final DrawStatements statements;
    private final DrawActors actors;

    private RandomProtocol(Choices choices) {
        this.choices = choices;
        this.world = new World(choices);
        this.types = new DrawTypes(world);
        this.expressions = new DrawExpressions(world);
        this.statements = new DrawStatements(world, expressions);
        this.actors = new DrawActors(world, expressions, statements);
    }

    /** The text of a protocol; the same numbers give the same text. */
    static String of(List<Integer> numbers) {
        return new RandomProtocol(new Choices(numbers)).draw();
    }

    private String draw() {
        List<World.Feature> all = List.of(World.Feature.values());
        for (int i = choices.between(1, 3); i > 0; i--) {
            world.features.add(choices.of(all));
        }
        for (int i = choices.between(0, 3); i > 0; i--) {
            world.features.add(choices.of(World.Feature.DOMAIN));
        }
        cast();
        List<String> text = new ArrayList<>(types.declare());
        if (world.has(World.Feature.CHANNELS) || (world.has(World.Feature.DATA) && choices.chance(50))) {
            text.addAll(types.messages());
        }
        if (world.has(World.Feature.RESOURCES)) {
            text.add(resource());
        }
        text.addAll(memory());
        wires(text);
        for (int i = world.has(World.Feature.FUNCTIONS) ? choices.between(1, 2) : 0; i > 0; i--) {
            text.add(function());
        }
        List<List<String>> variables = new ArrayList<>();
        world.actors.forEach(a -> variables.add(variables(a)));
        for (int i = world.has(World.Feature.PROCEDURES) ? choices.between(1, 2) : 0; i > 0; i--) {
            text.add(actors.procedure());
        }
        for (int i = 0; i < world.actors.size(); i++) {
            text.add(actors.actor(world.actors.get(i), variables.get(i)));
        }
        DrawProperties properties = new DrawProperties(world, expressions);
        if (world.has(World.Feature.FAULTS)) {
            text.addAll(properties.faults());
        }
        text.addAll(properties.all());
        if (choices.chance(10)) {
            Collections.reverse(text);
        }
        return "protocol Random\n\n" + String.join("\n\n", text) + "\n";
    }

    /** Who there is; what they do comes later. */
    private void cast() {
        int kernels = choices.of(List.of(1, 2, 2, 2, 3));
        for (int i = 0; i < kernels; i++) {
            world.actors.add(actor("kernel", "K"));
        }
        if (world.has(World.Feature.CORES) && choices.chance(60)) {
            world.actors.add(actor("core", "C"));
        }
        if (world.has(World.Feature.ENVIRONMENTS)) {
            world.actors.add(actor("environment", "E"));
        }
        if (world.has(World.Feature.LIVES) && world.actors.size() > 1) {
            world.actors.getLast().initiallyOff = !world.actors.getLast().environment();
        }
    }

    private World.Actor actor(String kind, String prefix) {
        int roll = choices.below(100);
        boolean single = roll < 55;
        int size = single || roll < 60 ? 1 : roll < 95 ? 2 : 3;
        return new World.Actor(kind, new Type.Index(world.name(prefix), size, "", single));
    }

    private String resource() {
        Type.Index type = new Type.Index(world.name("Res"), choices.between(1, 2), "", false);
        world.resources.add(type);
        World.Actor owner = choices.of(world.actors);
        String who = expressions.literal(owner.index, Scope.of(Scope.Kind.PURE));
        return "resource " + type + "[" + type.size() + "]" + (choices.chance(70) ? " owned by " + who : "");
    }

    private List<String> memory() {
        List<String> text = new ArrayList<>();
        if (world.has(World.Feature.STORE_BUFFERS)) {
            int buffer = choices.between(1, 2);
            String head = choices.chance(50) ? "memory tso(" + buffer + ") " : "memory tso ";
            text.add(head + DrawStatements.braces(variables(world.memory, 2, Scope.of(Scope.Kind.PURE), "m")));
        }
        if (world.has(World.Feature.MEMORY) || choices.chance(30)) {
            String head = choices.chance(50) ? "memory " : "memory sc ";
            text.add(head + DrawStatements.braces(variables(world.memory, 2, Scope.of(Scope.Kind.PURE), "m")));
        }
        return text;
    }

    private List<String> variables(List<World.Var> into, int most, Scope scope, String prefix) {
        List<String> lines = new ArrayList<>();
        for (int i = choices.between(1, most); i > 0; i--) {
            String name = world.name(prefix);
            Type type = types.small();
            Type whole = type;
            StringBuilder keys = new StringBuilder();
            for (int n = choices.chance(20) ? choices.between(1, choices.chance(15) ? 2 : 1) : 0; n > 0; n--) {
                Type key = types.key();
                keys.insert(0, "[" + (key instanceof Type.Bool ? "bool" : DrawTypes.text(key)) + "]");
                whole = new Type.MapOf(key, whole);
            }
            into.add(new World.Var(name, whole));
            boolean each = whole instanceof Type.MapOf && choices.chance(20);
            String first = expressions.literal(each ? whole : type, scope);
            lines.add(name + keys + ": " + DrawTypes.text(type) + " = " + first);
        }
        return lines;
    }

    private List<String> variables(World.Actor actor) {
        Scope scope = Scope.of(Scope.Kind.PURE);
        List<String> lines = new ArrayList<>();
        if (choices.chance(80)) {
            int most = actor.single() ? 2 : 1;
            variables(actor.variables, most, scope, "v").forEach(line -> lines.add("var " + line));
        }
        if (world.has(World.Feature.STATES) && choices.chance(70)) {
            for (int i = choices.between(2, 3); i > 0; i--) {
                actor.states.add(world.name("S"));
            }
        }
        return lines;
    }

    private void wires(List<String> text) {
        if (world.has(World.Feature.CHANNELS)) {
            for (int i = choices.chance(15) ? 2 : 1; i > 0; i--) {
                text.add(channel());
            }
        }
        if (world.has(World.Feature.IPIS)) {
            List<World.Actor> targets =
                    world.actors.stream().filter(a -> !a.environment()).toList();
            for (int i = choices.chance(30) ? 2 : 1; i > 0; i--) {
                World.Actor target = choices.of(targets);
                boolean nmi = choices.chance(25);
                String name = world.name("i");
                world.ipis.add(new World.Ipi(name, target, nmi));
                text.add("ipi " + name + " to " + target.name() + (nmi ? " nmi" : "")
                        + (choices.chance(25) ? " queued 2" : "") + (choices.chance(30) ? " unordered" : ""));
            }
        }
    }

    private String channel() {
        World.Actor from = choices.of(world.actors);
        World.Actor to = choices.of(world.actors.reversed());
        Type element =
                choices.chance(75) && !world.messages.isEmpty() ? DrawTypes.union(world.messages) : types.scalar();
        World.Channel.Kind kind = choices.of(List.of(
                World.Channel.Kind.FIFO,
                World.Channel.Kind.FIFO,
                World.Channel.Kind.UNORDERED,
                World.Channel.Kind.LATEST));
        int capacity = kind == World.Channel.Kind.LATEST ? 1 : choices.between(1, 2);
        boolean both = from != to && choices.chance(25);
        String name = world.name("c");
        world.channels.add(new World.Channel(name, from, to, element, kind, capacity));
        if (both) {
            world.channels.add(new World.Channel(name + ".reply", to, from, element, kind, capacity));
        }
        String word = kind == World.Channel.Kind.FIFO && choices.chance(50)
                ? ""
                : " " + kind.name().toLowerCase(Locale.ROOT);
        return "channel " + name + ": " + from.name() + (both ? " <-> " : " -> ") + to.name() + " carries "
                + DrawTypes.text(element) + word + (capacity == 1 ? "" : " capacity " + capacity);
    }

    private String function() {
        List<Type> parameters = new ArrayList<>();
        List<String> declared = new ArrayList<>();
        Scope scope = Scope.of(Scope.Kind.PURE);
        for (int i = choices.between(1, 2); i > 0; i--) {
            Type type = types.scalar();
            String name = world.name("x");
            parameters.add(type);
            declared.add(name + ": " + DrawTypes.text(type));
            scope.add(new Scope.Local(name, type, false));
        }
        String name = world.name("fn");
        Type result = choices.chance(40) ? Type.BOOL : types.small();
        String body = expressions.of(result, scope, 2);
        world.functions.add(new World.Function(name, parameters, result));
        return "fn " + name + "(" + String.join(", ", declared) + "): " + DrawTypes.text(result) + " = " + body;
    }
}
