package dev.baton.codegen.actor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.baton.codegen.expr.Term;
import dev.baton.codegen.names.ProtocolNames;
import dev.baton.codegen.names.RuntimeNames;
import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Rewriter;
import dev.baton.model.expr.Variable;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** What an actor tells the runtime of: its units, in the order of the text, and its private variables. */
record Registration(Actor actor, MachineView view, Points points) {

    private ProtocolNames names() {
        return view.naming().names();
    }

    private String method(String unit) {
        return names().onActor(actor.name(), unit);
    }

    MethodSpec program() {
        MethodSpec.Builder program = MethodSpec.methodBuilder("program")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .addParameter(RuntimeNames.PROGRAM, "p");
        for (Actor.Interrupt i : actor.interrupts()) {
            program.addStatement("p.interrupt($L, $Lthis::$N)", view.bell(i.ipi()), seat(i.core()), method(i.ipi()));
        }
        for (Actor.Task t : actor.tasks()) {
            program.addStatement("p.task($S, $Lthis::$N)", t.name(), seat(t.core()), method(t.name()));
        }
        actor.actions().forEach(a -> program.addStatement(action(a)));
        actor.handlers().forEach(h -> program.addStatement(handler(h)));
        return program.build();
    }

    /** A seat as an argument, if there is one. */
    private CodeBlock seat(Optional<Expr> core) {
        return core.map(e -> CodeBlock.of("$L, ", new Seats(view).of(e, Term.of("self"))))
                .orElse(CodeBlock.of(""));
    }

    private CodeBlock action(Actor.ActionDecl a) {
        String at = points.of(a.name()).constant();
        List<Binder> parameters = a.parameters();
        if (parameters.isEmpty()) {
            return CodeBlock.of("p.action(At.$N, this::$N)", at, method(a.name()));
        }
        if (parameters.size() == 1) {
            Type type = parameters.getFirst().type();
            return CodeBlock.of(
                    "p.action(At.$N, $L, code -> $N($L))",
                    at,
                    codes(type),
                    method(a.name()),
                    view.naming().codes().decode(type, Term.of("code")).code());
        }
        List<CodeBlock> arguments = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            arguments.add(view.naming()
                    .codes()
                    .decode(parameters.get(i).type(), Term.of("codes[$L]", i))
                    .code());
        }
        return CodeBlock.of(
                "p.action(At.$N, $T.of($L), codes -> $N($L))",
                at,
                List.class,
                CodeBlock.join(parameters.stream().map(b -> codes(b.type())).toList(), ", "),
                method(a.name()),
                CodeBlock.join(arguments, ", "));
    }

    private CodeBlock codes(Type type) {
        if (type instanceof Type.Range r) {
            return CodeBlock.of(
                    "$T.range($L, $L)",
                    RuntimeNames.CODES,
                    view.naming().numbers().of(r.lo()),
                    view.naming().numbers().of(r.hi()));
        }
        if (type instanceof Type.Index i) {
            return CodeBlock.of(
                    "$T.of($L)", RuntimeNames.CODES, view.naming().numbers().size(i));
        }
        return CodeBlock.of(
                "$T.of($L.size())", RuntimeNames.CODES, view.naming().codes().of(type));
    }

    private CodeBlock handler(Actor.Handler h) {
        Protocol.Channel channel = view.protocol().channel(h.channel());
        view.uses().use(MachineUses.Kind.BELL, channel.name());
        return CodeBlock.of(
                "p.handler(At.$N, machine.$N(), this::$N)",
                points.of(h.name()).constant(),
                names().onMachine(channel.name()),
                method(h.name()));
    }

    MethodSpec variables() {
        MethodSpec.Builder variables = MethodSpec.methodBuilder("variables")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .addParameter(RuntimeNames.VARIABLES, "v");
        for (Variable v : actor.variables()) {
            Type type = actor.index().single() ? v.type() : ((Type.MapOf) v.type()).value();
            String field = method(ProtocolNames.local(v));
            variables.addStatement(
                    "v.variable($S, () -> this.$N, to -> this.$N = to, $L::text)",
                    ProtocolNames.local(v),
                    field,
                    field,
                    view.naming().codes().of(type));
        }
        return variables.build();
    }

    /** Where something runs, from the expression behind {@code on core}. */
    record Seats(MachineView view) {

        CodeBlock of(Expr core, Term self) {
            Expr at = Rewriter.substitute(core, Map.of());
            dev.baton.codegen.expr.Locals locals = dev.baton.codegen.expr.Locals.none(
                    new dev.baton.codegen.names.NameScope(java.util.Set.of("self", "core", "machine")));
            CodeBlock value = new dev.baton.codegen.expr.Expressions(
                            view.naming(),
                            view,
                            locals,
                            dev.baton.codegen.expr.Copies.of(java.util.Set.of(), locals.scope()))
                    .of(at)
                    .code();
            return at.type() instanceof Type.Index index
                    ? CodeBlock.of("$T.of($S, $L)", RuntimeNames.SEAT, index.name(), value)
                    : CodeBlock.of("$T.numbered($L)", RuntimeNames.SEAT, value);
        }
    }
}
