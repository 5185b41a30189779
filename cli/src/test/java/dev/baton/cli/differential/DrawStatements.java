package dev.baton.cli.differential;

import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws statements and blocks of them. */
final class DrawStatements {
    private final World world;
    private final Choices choices;
    private final DrawExpressions expressions;
    private final DrawAssignments assignments;
    private final DrawPatterns patterns;
    private final DrawMessaging messaging;

    DrawStatements(World world, DrawExpressions expressions) {
        this.world = world;
        this.choices = world.choices;
        this.expressions = expressions;
        this.assignments = new DrawAssignments(world, expressions);
        this.patterns = new DrawPatterns(world, expressions);
        this.messaging = new DrawMessaging(world, expressions, patterns);
    }

    DrawPatterns patterns() {
        return patterns;
    }

    DrawMessaging messaging() {
        return messaging;
    }

    /** Between {@code least} and {@code most} statements in braces. */
    String block(Code code, Scope scope, int least, int most) {
        Scope inner = scope.inner();
        List<String> lines = new ArrayList<>();
        for (int i = choices.between(least, most); i > 0; i--) {
            lines.add(statement(code, inner));
        }
        return braces(lines);
    }

    static String braces(List<String> lines) {
        return lines.isEmpty() ? "{ }" : "{\n" + String.join("\n", lines) + "\n}";
    }

    /** One statement; what it binds for those after it is added to the scope. */
    String statement(Code code, Scope scope) {
        scope.touches(code.touches());
        if (choices.ended()) {
            return "skip";
        }
        String drawn = drawn(code, scope).orElse("skip");
        if (code.steps() && code.unit().isPresent() && choices.chance(8) && !drawn.startsWith("var ")) {
            String label = world.name("L");
            code.actor().labels.add(new World.Label(code.unit().get(), label));
            return label + ": " + drawn;
        }
        return drawn;
    }

    private Optional<String> drawn(Code code, Scope scope) {
        int roll = choices.below(100);
        if (roll < 35) {
            Optional<String> special = special(code, scope);
            return special.isPresent() ? special : assignments.assign(scope);
        }
        if (roll < 60) {
            return assignments.assign(scope);
        }
        if (roll < 78 && code.depth() > 0) {
            return Optional.of(compound(code, scope));
        }
        if (roll < 92) {
            return Optional.of(plain(code, scope));
        }
        return code.steps() && code.depth() > 0 ? Optional.of(loop(code, scope)) : assignments.assign(scope);
    }

    /** What this protocol is about. */
    private Optional<String> special(Code code, Scope scope) {
        World.Actor actor = code.actor();
        boolean environment = actor.environment();
        List<Optional<String>> all = new ArrayList<>();
        switch (choices.below(6)) {
            case 0 -> all.add(send(code, scope));
            case 1 -> all.add(messaging.receive(actor, scope));
            case 2 -> all.add(messaging.raise(scope));
            case 3 -> all.add(messaging.own(actor, scope));
            case 4 -> all.add(lives(code, scope));
            default -> all.add(environment || choices.chance(50) ? assignments.locked(scope) : messaging.mask(actor));
        }
        if (all.getFirst().isPresent()) {
            return all.getFirst();
        }
        return choices.chance(50) ? send(code, scope) : messaging.raise(scope);
    }

    private Optional<String> send(Code code, Scope scope) {
        Optional<String> sent = messaging.send(code.actor(), scope);
        return sent.map(s -> choices.chance(30) ? s + " else " + block(code.deeper(), scope, 0, 1) : s);
    }

    private Optional<String> lives(Code code, Scope scope) {
        if (world.has(World.Feature.LIVES) && !code.actor().environment() && choices.chance(35)) {
            return Optional.of("halt");
        }
        return messaging.start(code.actor(), scope);
    }

    private String plain(Code code, Scope scope) {
        boolean environment = code.actor().environment();
        return switch (choices.below(10)) {
            case 0 -> "skip";
            case 1 -> "assert " + expressions.condition(scope, 2);
            case 2 -> let(scope);
            case 3 -> variable(scope);
            case 4 -> await(code, scope);
            case 5 -> environment || !world.has(World.Feature.STORE_BUFFERS) ? await(code, scope) : "fence";
            case 6 -> choose(scope);
            case 7 -> call(code, scope).orElseGet(() -> let(scope));
            case 8 -> code.steps() ? jump(code) : "skip";
            default -> code.actor().states.isEmpty() ? let(scope) : "goto " + choices.of(code.actor().states);
        };
    }

    private String jump(Code code) {
        if (code.loops() && choices.chance(75)) {
            return choices.chance(50) ? "break" : "continue";
        }
        return choices.chance(40) ? "return" : "skip";
    }

    private String let(Scope scope) {
        Type wide = new DrawTypes(world).scalar();
        Optional<Made> read = expressions.reads().read(t -> !(t instanceof Type.MapOf), scope, 1);
        String name = world.name("x");
        String value = read.map(Made::text).orElseGet(() -> expressions.literal(wide, scope));
        // the type of a number is that number alone
        boolean number = wide instanceof Type.Range && value.matches("-?[0-9]+");
        Type type = number ? Type.Range.of(Integer.parseInt(value), Integer.parseInt(value)) : wide;
        scope.add(new Scope.Local(name, read.map(Made::type).orElse(type), false));
        return "let " + name + " = " + value;
    }

    private String variable(Scope scope) {
        Type type = new DrawTypes(world).small();
        String name = world.name("x");
        String text = "var " + name + ": " + DrawTypes.text(type) + " = " + expressions.of(type, scope, 1);
        scope.add(new Scope.Local(name, type, true));
        return text;
    }

    private String await(Code code, Scope scope) {
        if (world.has(World.Feature.TIMEOUTS) && choices.chance(30)) {
            return choices.chance(50) ? "await timeout" : "await (" + expressions.condition(scope, 1) + ") or timeout";
        }
        Optional<String> pattern = choices.chance(35) ? bound(scope, scope) : Optional.empty();
        return "await " + pattern.orElseGet(() -> expressions.condition(scope, code.steps() ? 2 : 1));
    }

    /** {@code pattern = value}. */
    private Optional<String> bound(Scope scope, Scope into) {
        Optional<Made> read = expressions.reads().read(DrawPatterns::tells, scope, 1);
        return read.map(made -> {
            scope.ask(made.text());
            return patterns.telling(made.type(), into) + " = " + made.text();
        });
    }

    private String choose(Scope scope) {
        DrawExpressions.Domained domain = expressions.domain(scope, 1);
        String name = world.name("x");
        scope.add(new Scope.Local(name, domain.element(), false));
        return "choose " + name + " in " + domain.text();
    }

    private Optional<String> call(Code code, Scope scope) {
        if (world.procedures.isEmpty() || !code.steps()) {
            return Optional.empty();
        }
        World.Procedure procedure = choices.of(world.procedures);
        List<String> arguments = procedure.parameters().stream()
                .map(p -> expressions.of(p, scope, 1))
                .toList();
        return Optional.of(procedure.name() + "(" + String.join(", ", arguments) + ")");
    }

    private String compound(Code code, Scope scope) {
        return switch (choices.below(10)) {
            case 0, 1, 2, 3 -> branch(code, scope);
            case 4, 5 -> match(code, scope);
            case 6, 7 -> either(code, scope);
            case 8 -> "atomic " + block(code.atomic(), scope, 1, 3);
            default -> forEach(code, scope);
        };
    }

    private String branch(Code code, Scope scope) {
        Scope yes = scope.inner();
        String test = test(scope, yes);
        String text = "if " + test + " " + block(code.deeper(), yes, 1, 2);
        return switch (choices.below(4)) {
            case 0 -> text + " else " + block(code.deeper(), scope, 1, 2);
            case 1 -> {
                scope.touches(code.touches());
                Scope second = scope.inner();
                yield text + " else if " + test(scope, second) + " " + block(code.deeper(), second, 1, 1) + " else "
                        + block(code.deeper(), scope, 0, 1);
            }
            default -> text;
        };
    }

    private String test(Scope scope, Scope yes) {
        if (choices.chance(12)) {
            Optional<String> cas = assignments.cas(scope);
            if (cas.isPresent()) {
                return choices.chance(25) ? "not " + cas.get() : cas.get();
            }
        }
        Optional<String> pattern = choices.chance(30) ? bound(scope, yes) : Optional.empty();
        return pattern.orElseGet(() -> expressions.condition(scope, 2));
    }

    private String match(Code code, Scope scope) {
        Optional<Made> read = expressions.reads().read(t -> !(t instanceof Type.MapOf), scope, 1);
        if (read.isEmpty()) {
            return branch(code, scope);
        }
        scope.ask(read.get().text());
        List<Scope> scopes = List.of(scope.inner(), scope.inner(), scope.inner());
        List<String> arms = patterns.arms(read.get().type(), scopes);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < arms.size(); i++) {
            boolean closes = arms.get(i).equals("else");
            Scope inner = closes ? scope : scopes.get(i);
            lines.add(arms.get(i) + " => " + block(code.deeper(), inner, 0, 2));
        }
        return "match " + read.get().text() + " " + braces(lines);
    }

    private String either(Code code, Scope scope) {
        String text = "either " + block(code.deeper(), scope, 1, 2);
        for (int i = choices.between(1, 2); i > 0; i--) {
            text += " or " + block(code.deeper(), scope, 1, 2);
        }
        return text;
    }

    private String forEach(Code code, Scope scope) {
        List<Type> types = new ArrayList<>(world.indexes());
        types.add(Type.Range.of(0, 1));
        Type type = choices.of(types);
        String name = world.name("x");
        Scope inner = scope.with(new Scope.Local(name, type, false));
        return "for " + name + " in " + DrawTypes.text(type) + " " + block(code.looping(), inner, 1, 2);
    }

    /** A loop, whose body has a step. */
    private String loop(Code code, Scope scope) {
        Code inner = code.looping();
        if (choices.chance(60)) {
            Scope body = scope.inner();
            String test = test(scope, body);
            return "while " + test + " " + block(inner, body, 1, 2);
        }
        Scope body = scope.inner();
        body.touches(code.touches());
        String first = assignments.assign(body).orElse("skip");
        List<String> lines = new ArrayList<>(List.of(first));
        for (int i = choices.between(0, 2); i > 0; i--) {
            lines.add(statement(inner, body));
        }
        return "loop " + braces(lines);
    }
}
