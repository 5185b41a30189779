package dev.baton.codegen.machine;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.baton.codegen.Docs;
import dev.baton.codegen.FirstValues;
import dev.baton.codegen.Provenance;
import dev.baton.codegen.actor.MachineUses;
import dev.baton.codegen.actor.MachineView;
import dev.baton.codegen.expr.Copies;
import dev.baton.codegen.expr.Expressions;
import dev.baton.codegen.expr.Locals;
import dev.baton.codegen.expr.Wording;
import dev.baton.codegen.names.NameScope;
import dev.baton.codegen.names.ProtocolNames;
import dev.baton.codegen.names.RuntimeNames;
import dev.baton.model.expr.Definition;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.system.TransitionSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The class of the machine: parameters, functions, what is shared, and who shares it. */
public final class MachineEmitter {
    private final Protocol protocol;
    private final Expressions.Naming naming;
    private final MachineUses uses;
    private final Provenance provenance;
    private final FirstValues first;
    private final MachineView view;

    public MachineEmitter(
            Protocol protocol, Expressions.Naming naming, MachineUses uses, Provenance provenance, FirstValues first) {
        this.protocol = protocol;
        this.naming = naming;
        this.uses = uses;
        this.provenance = provenance;
        this.first = first;
        this.view = new MachineView(protocol, naming, uses, "");
    }

    private ProtocolNames names() {
        return naming.names();
    }

    public TypeSpec emit() {
        // Functions first: they use more of the machine.
        List<MethodSpec> functions = new ArrayList<>();
        for (Definition d : protocol.definitions().reversed()) {
            if (uses.calls(d)) {
                functions.addFirst(function(d));
            }
        }
        TypeSpec.Builder type = TypeSpec.classBuilder(names().machine())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(RuntimeNames.MACHINE)
                .addJavadoc(provenance.javadoc(protocol));
        protocol.parameters().forEach(p -> type.addField(parameter(p)));
        type.addField(identity());
        new Shared(protocol, naming, uses).fields().forEach(type::addField);
        type.addMethod(new Layout(protocol, naming, uses, first).constructor());
        functions.forEach(type::addMethod);
        boolean buffered = protocol.variables().stream().anyMatch(m -> m.model() == Protocol.Memory.Model.TSO);
        protocol.variables()
                .forEach(m ->
                        new MemoryAccess(m, naming, uses, buffered).methods().forEach(type::addMethod));
        new Shared(protocol, naming, uses).methods().forEach(type::addMethod);
        return type.build();
    }

    private FieldSpec parameter(TransitionSystem.Parameter p) {
        String name = java.util.Objects.requireNonNull(names().parameters().get(p.name()));
        return FieldSpec.builder(TypeName.INT, name, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(p.doc().map(Docs::escape).orElse("{@code param " + p.name() + "}.") + "\n")
                .initializer("$L", p.value())
                .build();
    }

    private FieldSpec identity() {
        List<CodeBlock> arguments = new ArrayList<>();
        arguments.add(CodeBlock.of("$S", protocol.name()));
        arguments.add(CodeBlock.of("$S", provenance.sha256()));
        protocol.parameters().forEach(p -> arguments.add(CodeBlock.of("$S", p.name() + "=" + p.value())));
        return FieldSpec.builder(RuntimeNames.IDENTITY, "IDENTITY", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("Which protocol this is.\n")
                .initializer("$T.of($L)", RuntimeNames.IDENTITY, CodeBlock.join(arguments, ", "))
                .build();
    }

    private MethodSpec function(Definition d) {
        Locals locals = Locals.none(new NameScope(names().takenOnMachine()));
        MethodSpec.Builder method = MethodSpec.methodBuilder(names().onMachine(d.name()))
                .addJavadoc(Docs.of("fn " + d.name(), d.doc(), d.span()))
                .returns(naming.types().of(d.result()));
        if (!MachineUses.needsMachine(d)) {
            method.addModifiers(Modifier.STATIC);
        }
        for (Definition.Parameter p : d.parameters()) {
            method.addParameter(ParameterSpec.builder(naming.types().of(p.type()), locals.bind(p.name()))
                    .build());
        }
        Expressions expressions = new Expressions(naming, view, locals, Copies.of(Set.of(), locals.scope()));
        String message = "`" + Wording.quote(d.body().span()) + "`: `" + d.name() + "` outside `" + d.result() + "`";
        return method.addStatement(
                        "return $L",
                        expressions.stored(d.body(), d.result(), message).code())
                .build();
    }
}
