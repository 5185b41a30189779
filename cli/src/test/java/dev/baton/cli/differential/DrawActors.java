package dev.baton.cli.differential;

import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.List;

/** Draws what actors do. What was declared is also used: channels are sent to and read, IPIs raised and handled. */
final class DrawActors {
    private final World world;
    private final Choices choices;
    private final DrawExpressions expressions;
    private final DrawStatements statements;

    DrawActors(World world, DrawExpressions expressions, DrawStatements statements) {
        this.world = world;
        this.choices = world.choices;
        this.expressions = expressions;
        this.statements = statements;
    }

    /** An actor's whole text. */
    String actor(World.Actor actor, List<String> variables) {
        List<String> members = new ArrayList<>(variables);
        if (!actor.states.isEmpty()) {
            members.add("states " + String.join(", ", actor.states));
        }
        List<World.Channel> taskReads = new ArrayList<>();
        for (World.Channel c : world.channels) {
            if (c.to() == actor) {
                if (choices.chance(60)) {
                    members.add(inState(actor, handler(actor, c)));
                } else {
                    taskReads.add(c);
                }
            }
        }
        for (World.Ipi i : world.ipis) {
            if (i.target() == actor && !choices.chance(5)) {
                members.add(interrupt(actor, i));
            }
        }
        boolean acts = world.has(World.Feature.ACTIONS) || actor.environment() || !actor.states.isEmpty();
        int actions = acts ? choices.between(1, 2) : 0;
        for (int i = 0; i < actions; i++) {
            members.add(inState(actor, action(actor, i == 0)));
        }
        int tasks = choices.between(actions == 0 ? 1 : 0, actor.single() && choices.chance(30) ? 2 : 1);
        for (int i = 0; i < Math.max(tasks, taskReads.isEmpty() ? 0 : 1); i++) {
            members.add(task(actor, i == 0 ? taskReads : List.of()));
        }
        return head(actor) + " " + DrawStatements.braces(members);
    }

    private String head(World.Actor actor) {
        String size = actor.single() ? "" : "[" + actor.index.size() + "]";
        String core = actor.kind.equals("kernel") && world.has(World.Feature.CORES) && choices.chance(50)
                ? " on core " + core()
                : "";
        return actor.kind + " " + actor.name() + size + core + (actor.initiallyOff ? " initially off" : "");
    }

    /** A core by number or by member. */
    private String core() {
        List<World.Actor> cores =
                world.actors.stream().filter(a -> a.kind.equals("core")).toList();
        return cores.isEmpty() || choices.chance(40)
                ? String.valueOf(choices.between(0, 1))
                : expressions.literal(choices.of(cores).index, Scope.of(Scope.Kind.PURE));
    }

    private String inState(World.Actor actor, String member) {
        return actor.states.isEmpty() || choices.chance(30)
                ? member
                : "in " + choices.of(actor.states) + " {\n" + member + "\n}";
    }

    private String fairness() {
        return choices.chance(85) ? "" : choices.chance(50) ? "strong " : "unfair ";
    }

    private String guard(Scope scope, int percent) {
        if (world.has(World.Feature.TIMEOUTS) && choices.chance(25)) {
            return choices.chance(50) ? " when timeout" : " when timeout and " + expressions.condition(scope, 1);
        }
        return choices.chance(percent) ? " when " + expressions.condition(scope, 2) : "";
    }

    private String handler(World.Actor actor, World.Channel c) {
        Scope scope = Scope.of(actor).touching(Integer.MAX_VALUE / 2);
        String pattern = choices.chance(40) ? "_" : statements.patterns().any(c.element(), scope);
        String from = statements.messaging().from(c, scope);
        String head = fairness() + "on " + c.name() + "(" + pattern + ")" + from + guard(scope, 25);
        return head + " " + statements.block(Code.oneStep(actor), scope, 1, 2);
    }

    private String interrupt(World.Actor actor, World.Ipi ipi) {
        Scope scope = Scope.of(actor);
        String core = placed(actor);
        return fairness() + "interrupt " + ipi.name() + core + " "
                + statements.block(Code.task(actor, ipi.name()), scope, choices.chance(10) ? 0 : 1, 2);
    }

    private String placed(World.Actor actor) {
        return world.has(World.Feature.CORES) && actor.kind.equals("kernel") && choices.chance(15)
                ? " on core " + core()
                : "";
    }

    private String action(World.Actor actor, boolean first) {
        Scope scope = Scope.of(actor).touching(Integer.MAX_VALUE / 2);
        String name = world.name("act");
        String parameters = "";
        if (choices.chance(25)) {
            DrawExpressions.Domained domain = expressions.domain(scope, 1);
            String bound = world.name("x");
            scope.add(new Scope.Local(bound, domain.element(), false));
            parameters = "(" + bound + " in " + domain.text() + ")";
        }
        String head = fairness() + "action " + name + parameters + guard(scope, 60) + " ";
        List<String> lines = new ArrayList<>();
        if (first) {
            duties(actor, Code.oneStep(actor), scope, lines);
        }
        for (int i = choices.between(lines.isEmpty() ? 1 : 0, 2); i > 0; i--) {
            lines.add(statements.statement(Code.oneStep(actor), scope));
        }
        return head + DrawStatements.braces(lines);
    }

    private String task(World.Actor actor, List<World.Channel> reads) {
        String name = world.name("t");
        Scope scope = Scope.of(actor);
        Code code = Code.task(actor, name);
        List<String> lines = new ArrayList<>();
        for (World.Channel c : reads) {
            scope.touches(1);
            lines.add(statements.messaging().receive(c, scope));
        }
        duties(actor, code, scope, lines);
        for (int i = choices.between(lines.isEmpty() ? 1 : 0, 3); i > 0; i--) {
            lines.add(statements.statement(code, scope));
        }
        actor.tasks.add(name);
        String body = DrawStatements.braces(lines);
        if (choices.chance(20)) {
            body = "{\nloop {\nskip\n" + String.join("\n", lines) + "\n}\n}";
        }
        return fairness() + "task " + name + placed(actor) + " " + body;
    }

    /** What nobody else would do: sends, raises and starts. */
    private void duties(World.Actor actor, Code code, Scope scope, List<String> into) {
        for (World.Channel c : world.channels) {
            if (c.from() == actor && choices.chance(80)) {
                scope.touches(code.touches());
                into.add(statements.messaging().send(c, scope));
            }
        }
        for (World.Ipi i : world.ipis) {
            if (choices.chance(60)) {
                into.add(statements.messaging().raise(i, scope));
            }
        }
        if (!actor.initiallyOff && choices.chance(80)) {
            statements.messaging().start(actor, scope).ifPresent(into::add);
        }
    }

    /** {@code proc p(x: T) { … }}; its text belongs to nobody. */
    String procedure() {
        String name = world.name("proc");
        Type type = new DrawTypes(world).scalar();
        World.Actor nobody = new World.Actor("environment", new Type.Index("?", 1, "1", true));
        Scope scope = Scope.of(nobody);
        String parameter = world.name("x");
        scope.add(new Scope.Local(parameter, type, false));
        Code code = new Code(nobody, java.util.Optional.empty(), true, false, 1);
        boolean takes = choices.chance(70);
        String body = statements.block(code, takes ? scope : Scope.of(nobody), 1, 2);
        world.procedures.add(new World.Procedure(name, takes ? List.of(type) : List.of()));
        String parameters = takes ? parameter + ": " + DrawTypes.text(type) : "";
        return "proc " + name + "(" + parameters + ") " + body;
    }
}
