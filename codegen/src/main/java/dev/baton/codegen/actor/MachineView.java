package dev.baton.codegen.actor;

import com.palantir.javapoet.CodeBlock;
import dev.baton.codegen.actor.MachineUses.Kind;
import dev.baton.codegen.expr.Expressions;
import dev.baton.codegen.expr.Term;
import dev.baton.codegen.expr.View;
import dev.baton.codegen.names.ProtocolNames;
import dev.baton.codegen.names.RuntimeNames;
import dev.baton.model.expr.Definition;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Question;
import dev.baton.model.expr.Variable;
import dev.baton.model.protocol.Protocol;
import java.util.List;

/**
 * What actors and functions see of the machine.
 *
 * @param actor the actor whose code it is; empty text in a function of the machine
 */
public record MachineView(Protocol protocol, Expressions.Naming naming, MachineUses uses, String actor)
        implements View {

    private ProtocolNames names() {
        return naming.names();
    }

    /** A method of the machine on arguments. */
    Term machine(String method, List<CodeBlock> arguments) {
        CodeBlock receiver = actor.isEmpty() ? CodeBlock.of("") : CodeBlock.of("machine.");
        return Term.of("$L$N($L)", receiver, method, CodeBlock.join(arguments, ", "));
    }

    /** Whether stores may wait for room in a store buffer. */
    boolean buffered() {
        return protocol.variables().stream().anyMatch(m -> m.model() == Protocol.Memory.Model.TSO);
    }

    /** Whether locked operations on a variable must wait for the store buffer by themselves: its words have none. */
    boolean fences(Variable variable) {
        return buffered()
                && protocol.variables().stream()
                        .anyMatch(m -> m.variable().equals(variable) && m.model() == Protocol.Memory.Model.SC);
    }

    @Override
    public Term self() {
        return Term.of("self");
    }

    @Override
    public Term memory(Variable variable, List<Term> keys) {
        boolean whole = keys.isEmpty() && variable.type() instanceof dev.baton.model.type.Type.MapOf;
        uses.use(whole ? Kind.GET_WHOLE : Kind.GET, variable.name());
        String name = whole ? names().onMachine(variable.name(), "all") : names().onMachine(variable.name());
        return machine(name, keys.stream().map(Term::code).toList());
    }

    @Override
    public Term field(Variable variable) {
        return Term.of("$N", names().onActor(actor, ProtocolNames.local(variable)));
    }

    @Override
    public Term call(Definition definition, List<Term> arguments) {
        uses.use(definition);
        List<CodeBlock> codes = arguments.stream().map(Term::code).toList();
        String name = names().onMachine(definition.name());
        return MachineUses.needsMachine(definition)
                ? machine(name, codes)
                : Term.of("$T.$N($L)", names().machine(), name, CodeBlock.join(codes, ", "));
    }

    @Override
    public boolean indexed() {
        return !actor.isEmpty() && !protocol.actor(actor).index().single();
    }

    @Override
    public Term holder(String holding, Term member) {
        return Term.of("$T.code($L, $L)", RuntimeNames.OWNERS, actorOf(holding), member.code());
    }

    /** The field of an actor. */
    CodeBlock actorOf(String name) {
        uses.use(Kind.ACTOR, name);
        return machine(names().actorOnMachine(name), List.of()).code();
    }

    /** The doorbell of an IPI. */
    CodeBlock bell(String ipi) {
        uses.use(Kind.BELL, ipi);
        return machine(names().onMachine(ipi), List.of()).code();
    }

    /** The owners of a resource. */
    CodeBlock owners(String resource) {
        uses.use(Kind.OWNERS, resource);
        return machine(names().onMachine(resource), List.of()).code();
    }

    @Override
    public Term question(Expr.Query query, List<Term> arguments) {
        return switch (query.question()) {
            case Question.Live q ->
                Term.of(
                        "$L.isLive($L)",
                        actorOf(q.actor()),
                        arguments.getFirst().code());
            case Question.Pending q -> {
                CodeBlock target = arguments.isEmpty()
                        ? CodeBlock.of("0")
                        : arguments.getFirst().code();
                yield new Term(CodeBlock.of("$L.pending($L) > 0", bell(q.ipi()), target), Term.Level.RELATIONAL, false);
            }
            case Question.OwnerOf q -> {
                uses.use(Kind.OWNER, q.resource());
                yield machine(
                        names().onMachine(q.resource(), "ownerOf"),
                        List.of(arguments.getFirst().code()));
            }
            case Question.Owns q ->
                Term.of(
                        "$L.owns($L, $L, $L)",
                        owners(q.resource()),
                        actorOf(q.actor()),
                        arguments.get(0).code(),
                        arguments.get(1).code());
            case Question.Contents q -> {
                uses.use(Kind.CONTENTS, q.channel());
                yield machine(
                        names().onMachine(q.channel(), "contentsOf"),
                        List.of(arguments.get(0).code(), arguments.get(1).code()));
            }
            case Question.Timeout q -> Term.of("core.timeout()");
            case Question.At q -> throw forProperties(query);
            case Question.Done q -> throw forProperties(query);
            case Question.Quiescent q -> throw forProperties(query);
        };
    }

    private static IllegalStateException forProperties(Expr.Query query) {
        return new IllegalStateException("no kernel can ask " + query.question());
    }
}
