package dev.baton.codegen.actor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.baton.codegen.Docs;
import dev.baton.codegen.expr.Copies;
import dev.baton.codegen.expr.Expressions;
import dev.baton.codegen.expr.Locals;
import dev.baton.codegen.expr.Term;
import dev.baton.codegen.expr.Wording;
import dev.baton.codegen.names.NameScope;
import dev.baton.codegen.names.ProtocolNames;
import dev.baton.codegen.names.RuntimeNames;
import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Variable;
import dev.baton.model.lowering.ControlPoints;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Place;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.protocol.Statements;
import dev.baton.model.protocol.Stmt;
import dev.baton.model.source.Diagnostic;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;

/** The class of an actor. */
public final class ActorEmitter {
    private final Protocol protocol;
    private final Actor actor;
    private final Expressions.Naming naming;
    private final MachineView view;
    private final Points points;
    private final LocalChecks checks;
    private final List<Diagnostic> problems;

    /** @param held names of the invariants that hold */
    public ActorEmitter(
            Protocol protocol,
            Actor actor,
            Expressions.Naming naming,
            MachineUses uses,
            ControlPoints control,
            Set<String> held,
            List<Diagnostic> problems) {
        this.protocol = protocol;
        this.actor = actor;
        this.naming = naming;
        this.view = new MachineView(protocol, naming, uses, actor.name());
        this.points = new Points(protocol, actor, control);
        this.checks = new LocalChecks(protocol, actor, naming.names(), held);
        this.problems = problems;
    }

    private ProtocolNames names() {
        return naming.names();
    }

    public TypeSpec emit() {
        ClassName name = names().actor(actor.name());
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.FINAL)
                .superclass(RuntimeNames.KERNEL)
                .addJavadoc(Docs.of(kind() + " " + actor.name(), actor.doc(), actor.span()));
        if (!points.all().isEmpty()) {
            type.addType(new PointsEmitter(points).emit());
        }
        List<MethodSpec> units = units();
        List<MethodSpec> methods = new ArrayList<>();
        methods.add(new Registration(actor, view, points).program());
        if (!actor.variables().isEmpty()) {
            methods.add(new Registration(actor, view, points).variables());
        }
        methods.addAll(units);
        checks.all().forEach(c -> methods.add(check(c)));
        boolean machine = methods.stream().anyMatch(m -> m.code().toString().contains("machine."));
        if (machine) {
            view.uses().useMachine(actor.name());
            type.addField(names().machine(), "machine", Modifier.PRIVATE, Modifier.FINAL);
        }
        actor.variables().forEach(v -> type.addField(field(v)));
        type.addMethod(constructor(machine));
        methods.forEach(type::addMethod);
        return type.build();
    }

    private String kind() {
        return switch (actor.kind()) {
            case KERNEL -> "kernel";
            case CORE -> "core";
            case ENVIRONMENT -> "environment";
        };
    }

    private FieldSpec field(Variable v) {
        boolean indexed = !actor.index().single();
        Type type = indexed ? ((Type.MapOf) v.type()).value() : v.type();
        Expr init = v.init();
        if (indexed && init instanceof Expr.Quantified q) {
            init = dev.baton.model.expr.Rewriter.substitute(
                    q.body(), java.util.Map.of(q.binder().name(), actor.self()));
        }
        Unit unit = unit(List.of(), List.of());
        CodeBlock value = unit.stored(init, type, Wording.outside(v.span(), type));
        return FieldSpec.builder(naming.types().of(type), names().onActor(actor.name(), ProtocolNames.local(v)))
                .addModifiers(Modifier.PRIVATE)
                .addJavadoc(Docs.of(v.doc()))
                .initializer(value)
                .build();
    }

    private MethodSpec constructor(boolean machine) {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
        if (machine) {
            constructor.addParameter(names().machine(), "machine");
        }
        constructor.addParameter(RuntimeNames.CORE, "core").addStatement("super(core)");
        return (machine ? constructor.addStatement("this.machine = machine") : constructor).build();
    }

    private List<MethodSpec> units() {
        List<MethodSpec> all = new ArrayList<>();
        actor.interrupts()
                .forEach(i -> all.add(strand(i.ipi(), Docs.of("interrupt " + i.ipi(), i.doc(), i.span()), i.body())));
        actor.tasks().forEach(t -> all.add(strand(t.name(), Docs.of("task " + t.name(), t.doc(), t.span()), t.body())));
        actor.actions().forEach(a -> all.add(action(a)));
        actor.handlers().forEach(h -> all.add(handler(h)));
        return all;
    }

    private MethodSpec strand(String unit, CodeBlock doc, List<Stmt> body) {
        Flow.Result code = Flow.stepped(points, problems)
                .statements(
                        withoutLastReturn(body),
                        unit(body, List.of(), OrderedStores.of(protocol, body), FutileRounds.of(protocol, body)));
        return method(unit, doc, TypeName.VOID).addCode(code.code()).build();
    }

    private static List<Stmt> withoutLastReturn(List<Stmt> body) {
        boolean last = !body.isEmpty() && body.getLast() instanceof Stmt.Return;
        return last ? body.subList(0, body.size() - 1) : body;
    }

    private MethodSpec.Builder method(String unit, CodeBlock doc, TypeName result) {
        return MethodSpec.methodBuilder(names().onActor(actor.name(), unit))
                .addModifiers(Modifier.PRIVATE)
                .addJavadoc(doc)
                .returns(result);
    }

    private MethodSpec action(Actor.ActionDecl a) {
        List<Expr> also =
                new ArrayList<>(a.parameters().stream().map(Binder::domain).toList());
        also.add(a.guard());
        Unit unit = unit(a.body(), also);
        MethodSpec.Builder method =
                method(a.name(), Docs.of("action " + a.name(), a.doc(), a.span()), TypeName.BOOLEAN);
        Blocked blocked = new Blocked.Refuse();
        for (Binder b : a.parameters()) {
            method.addParameter(ParameterSpec.builder(
                            naming.types().of(b.type()), unit.locals().bind(b.name()))
                    .build());
        }
        for (Binder b : a.parameters()) {
            if (!(b.domain() instanceof Expr.Domain)) {
                Expr in = new Expr.Apply(
                        dev.baton.model.expr.Op.IN,
                        List.of(new Expr.Local(b.name(), b.type(), b.domain().span()), b.domain()),
                        Type.BOOL,
                        b.domain().span());
                method.addCode(refuse(unit, blocked, in));
            }
        }
        method.addCode(refuse(unit, blocked, a.guard()));
        return finished(method, unit, blocked, a.body());
    }

    private static CodeBlock refuse(Unit unit, Blocked blocked, Expr guard) {
        if (guard instanceof Expr.Literal l && l.value().equals(dev.baton.model.value.Value.TRUE)) {
            return CodeBlock.of("");
        }
        return unit.withCopies(blocked.unless(Truth.negated(guard, unit)));
    }

    private MethodSpec handler(Actor.Handler h) {
        Protocol.Channel channel = protocol.channel(h.channel());
        Unit unit = unit(h.body(), List.of(h.guard()));
        MethodSpec.Builder method = method(h.name(), Docs.of("on " + h.channel(), h.doc(), h.span()), TypeName.BOOLEAN);
        CodeBlock from = CodeBlock.of("");
        if (!channel.from().single()) {
            String name = unit.locals().bind(h.from());
            method.addParameter(TypeName.INT, name);
            from = CodeBlock.of("$N", name);
        } else if (unit.read().contains(h.from())) {
            unit.locals().put(h.from(), Term.of("0"));
        }
        Blocked blocked = new Blocked.Refuse();
        Set<String> bound = new TreeSet<>();
        Statements.binders(h.pattern()).forEach(b -> bound.add(b.name()));
        boolean looks = mentions(h.guard(), bound) || asks(h.guard(), h.channel());
        if (!looks) {
            method.addCode(refuse(unit, blocked, h.guard()));
        }
        Receiving receiving = new Receiving(unit, channel, h.pattern());
        Optional<Expr> guard = looks ? Optional.of(h.guard()) : Optional.empty();
        if (h.body().stream().allMatch(s -> s instanceof Stmt.Skip) && !new Patterns(unit).binds(h.pattern())) {
            CodeBlock only = CodeBlock.of("return $L.isPresent();\n", receiving.taken(from, guard));
            return method.addCode(unit.withCopies(only)).build();
        }
        method.addCode(unit.withCopies(receiving.take(from, guard, blocked)));
        return finished(method, unit, blocked, h.body());
    }

    private MethodSpec finished(MethodSpec.Builder method, Unit unit, Blocked blocked, List<Stmt> body) {
        CodeBlock end = CodeBlock.join(List.of(checks.after(body), CodeBlock.of("return true;\n")), "");
        Flow.Result code = Flow.oneStep(points, problems, blocked, end).statements(body, unit);
        method.addCode(code.code());
        return (code.goesOn() ? method.addCode(end) : method).build();
    }

    private static boolean mentions(Expr e, Set<String> locals) {
        return (e instanceof Expr.Local l && locals.contains(l.name()))
                || e.children().stream().anyMatch(c -> mentions(c, locals));
    }

    private static boolean asks(Expr e, String channel) {
        boolean contents = e instanceof Expr.Query q
                && q.question() instanceof dev.baton.model.expr.Question.Contents c
                && c.channel().equals(channel);
        return contents || e.children().stream().anyMatch(c -> asks(c, channel));
    }

    private MethodSpec check(LocalChecks.LocalCheck c) {
        Unit unit = unit(List.of(), List.of(c.holds()));
        String message = "invariant `" + c.invariant().name() + "` is violated";
        return MethodSpec.methodBuilder(c.method())
                .addModifiers(Modifier.PRIVATE)
                .addJavadoc(Docs.of(
                        "invariant " + c.invariant().name(),
                        c.invariant().doc(),
                        c.invariant().span()))
                .addStatement("core.check($L, $S)", unit.of(c.holds()).code(), message)
                .build();
    }

    private Unit unit(List<Stmt> body, List<Expr> also) {
        return unit(body, also, Set.of(), FutileRounds.none(protocol));
    }

    private Unit unit(List<Stmt> body, List<Expr> also, Set<Stmt.Assign> ordered, FutileRounds futile) {
        Set<String> read = new TreeSet<>();
        Set<String> assigned = new TreeSet<>();
        also.forEach(e -> addLocals(e, read));
        Statements.visit(body, s -> {
            Statements.expressions(s).forEach(e -> addLocals(e, read));
            Statements.writes(s).forEach(place -> {
                if (place.root() instanceof Place.LocalRoot local) {
                    assigned.add(local.name());
                    if (!place.path().isEmpty()) {
                        read.add(local.name());
                    }
                }
            });
        });
        NameScope scope = new NameScope(names().takenOnActor(actor.name()));
        return new Unit(actor, view, Locals.none(scope), Copies.of(assigned, scope), read, ordered, futile, checks);
    }

    private static void addLocals(Expr e, Set<String> into) {
        if (e instanceof Expr.Local l) {
            into.add(l.name());
        }
        e.children().forEach(c -> addLocals(c, into));
    }
}
