package dev.baton.codegen.machine;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.baton.codegen.Docs;
import dev.baton.codegen.actor.MachineUses;
import dev.baton.codegen.actor.MachineUses.Kind;
import dev.baton.codegen.expr.Expressions;
import dev.baton.codegen.expr.Term;
import dev.baton.codegen.names.ProtocolNames;
import dev.baton.codegen.names.RuntimeNames;
import dev.baton.codegen.type.JavaTypes;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import javax.lang.model.element.Modifier;

/** Fields of the machine for what kernels share, and methods on IPIs, channels and resources. */
record Shared(Protocol protocol, Expressions.Naming naming, MachineUses uses) {

    /** Whether anything reads or writes a variable. */
    static boolean reads(MachineUses uses, String variable) {
        return List.of(
                        Kind.GET,
                        Kind.GET_WHOLE,
                        Kind.SET,
                        Kind.SET_WHOLE,
                        Kind.SET_RELEASE,
                        Kind.CAS,
                        Kind.FETCH_ADD,
                        Kind.EXCHANGE)
                .stream()
                .anyMatch(k -> uses.has(k, variable));
    }

    /** Whether anything is done with a channel. */
    static boolean usesChannel(MachineUses uses, String channel) {
        return List.of(Kind.SEND, Kind.TAKE, Kind.OFFERS, Kind.CONTENTS, Kind.BELL).stream()
                .anyMatch(k -> uses.has(k, channel));
    }

    private ProtocolNames names() {
        return naming.names();
    }

    List<FieldSpec> fields() {
        List<FieldSpec> all = new ArrayList<>();
        protocol.variables().stream()
                .map(m -> m.variable().name())
                .filter(v -> reads(uses, v))
                .forEach(v -> all.add(field(RuntimeNames.WORDS, names().onMachine(v))));
        protocol.actors().stream()
                .map(Actor::name)
                .filter(a -> uses.has(Kind.ACTOR, a))
                .forEach(a -> all.add(field(RuntimeNames.ACTOR, names().actorOnMachine(a))));
        protocol.ipis().stream()
                .map(Protocol.Ipi::name)
                .filter(i -> uses.has(Kind.BELL, i))
                .forEach(i -> all.add(field(RuntimeNames.DOORBELL, names().onMachine(i))));
        protocol.channels().stream()
                .map(Protocol.Channel::name)
                .filter(c -> usesChannel(uses, c))
                .forEach(c -> all.add(field(RuntimeNames.CHANNEL, names().onMachine(c))));
        protocol.resources().stream()
                .map(r -> r.index().name())
                .filter(r -> uses.has(Kind.OWNERS, r) || uses.has(Kind.OWNER, r))
                .forEach(r -> all.add(field(RuntimeNames.OWNERS, names().onMachine(r))));
        return all;
    }

    private static FieldSpec field(TypeName type, String name) {
        return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.FINAL).build();
    }

    List<MethodSpec> methods() {
        List<MethodSpec> all = new ArrayList<>();
        protocol.actors().stream()
                .filter(a -> uses.has(Kind.ACTOR, a.name()))
                .forEach(a -> all.add(getter(RuntimeNames.ACTOR, names().actorOnMachine(a.name()), CodeBlock.of(""))));
        protocol.ipis().stream()
                .filter(i -> uses.has(Kind.BELL, i.name()))
                .forEach(i -> all.add(getter(
                        RuntimeNames.DOORBELL,
                        names().onMachine(i.name()),
                        Docs.of("ipi " + i.name(), i.doc(), i.span()))));
        protocol.channels().forEach(c -> channel(c, all));
        for (Protocol.Resource r : protocol.resources()) {
            String name = r.index().name();
            if (uses.has(Kind.OWNERS, name)) {
                all.add(getter(
                        RuntimeNames.OWNERS, names().onMachine(name), Docs.of("resource " + name, r.doc(), r.span())));
            }
            if (uses.has(Kind.OWNER, name)) {
                all.add(owner(name));
            }
        }
        return all;
    }

    private static MethodSpec getter(TypeName type, String field, CodeBlock doc) {
        return MethodSpec.methodBuilder(field)
                .addJavadoc(doc)
                .returns(type)
                .addStatement("return $N", field)
                .build();
    }

    private MethodSpec owner(String resource) {
        return MethodSpec.methodBuilder(names().onMachine(resource, "ownerOf"))
                .returns(ParameterizedTypeName.get(Optional.class, Long.class))
                .addParameter(TypeName.INT, "member")
                .addStatement("long owner = $N.owner(member)", names().onMachine(resource))
                .addStatement(
                        "return owner == $T.NOBODY ? $T.empty() : $T.of(owner)",
                        RuntimeNames.OWNERS,
                        Optional.class,
                        Optional.class)
                .build();
    }

    private void channel(Protocol.Channel c, List<MethodSpec> all) {
        if (uses.has(Kind.BELL, c.name())) {
            all.add(getter(
                    RuntimeNames.CHANNEL,
                    names().onMachine(c.name()),
                    Docs.of("channel " + c.name(), c.doc(), c.span())));
        }
        if (uses.has(Kind.SEND, c.name())) {
            all.add(send(c));
        }
        if (uses.has(Kind.TAKE, c.name())) {
            all.add(take(c));
        }
        if (uses.has(Kind.OFFERS, c.name())) {
            all.add(offers(c));
        }
        if (uses.has(Kind.CONTENTS, c.name())) {
            all.add(contents(c));
        }
    }

    private static String end(Type.Index index, String name) {
        return index.single() ? "0" : name;
    }

    private MethodSpec send(Protocol.Channel c) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(names().onMachine(c.name(), "send"))
                .addJavadoc("Sends, if there is room; whether there was.\n")
                .returns(TypeName.BOOLEAN)
                .addParameter(RuntimeNames.CORE, "core");
        if (!c.to().single()) {
            method.addParameter(TypeName.INT, "to");
        }
        return method.addParameter(naming.types().of(c.element()), "message")
                .addStatement(
                        "return $N.offer(core, $L, $L, $L)",
                        names().onMachine(c.name()),
                        end(c.from(), "core.member()"),
                        end(c.to(), "to"),
                        naming.codes().encode(c.element(), Term.of("message")))
                .build();
    }

    private TypeName wanted(Type element) {
        return JavaTypes.isInt(element)
                ? ClassName.get(IntPredicate.class)
                : ParameterizedTypeName.get(
                        ClassName.get(Predicate.class), naming.types().boxed(element));
    }

    private MethodSpec take(Protocol.Channel c) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(names().onMachine(c.name(), "take"))
                .addJavadoc("Takes the next message, if it is a wanted one.\n")
                .returns(ParameterizedTypeName.get(
                        ClassName.get(Optional.class), naming.types().boxed(c.element())))
                .addParameter(RuntimeNames.CORE, "core");
        if (!c.from().single()) {
            method.addParameter(TypeName.INT, "from");
        }
        return method.addParameter(wanted(c.element()), "wanted")
                .addStatement(
                        "long code = $N.take(core, $L, $L, next -> wanted.test($L))",
                        names().onMachine(c.name()),
                        end(c.from(), "from"),
                        end(c.to(), "core.member()"),
                        naming.codes().decode(c.element(), Term.of("next")).code())
                .addStatement(
                        "return code == $T.EMPTY ? $T.empty() : $T.of($L)",
                        RuntimeNames.CHANNEL,
                        Optional.class,
                        Optional.class,
                        naming.codes().decode(c.element(), Term.of("code")).code())
                .build();
    }

    private MethodSpec offers(Protocol.Channel c) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(names().onMachine(c.name(), "offers"))
                .addJavadoc("Whether a wanted message is next.\n")
                .returns(TypeName.BOOLEAN)
                .addParameter(TypeName.INT, "from");
        if (!c.to().single()) {
            method.addParameter(TypeName.INT, "to");
        }
        method.addParameter(wanted(c.element()), "wanted");
        CodeBlock test = naming.codes().decode(c.element(), Term.of("next")).code();
        if (c.kind() == Protocol.Channel.Kind.UNORDERED) {
            return method.addStatement(
                            "return $N.waiting(from, $L).stream().anyMatch(next -> wanted.test($L))",
                            names().onMachine(c.name()),
                            end(c.to(), "to"),
                            unboxed(c.element()))
                    .build();
        }
        return method.addStatement("long next = $N.first(from, $L)", names().onMachine(c.name()), end(c.to(), "to"))
                .addStatement("return next != $T.EMPTY && wanted.test($L)", RuntimeNames.CHANNEL, test)
                .build();
    }

    /** A code that is a {@code Long}, decoded. */
    private CodeBlock unboxed(Type element) {
        return JavaTypes.isInt(element)
                ? CodeBlock.of("next.intValue()")
                : naming.codes().decode(element, Term.of("next")).code();
    }

    private MethodSpec contents(Protocol.Channel c) {
        CodeBlock waiting = CodeBlock.of(
                "$N.waiting(from, to).stream().<$T>map(next -> $L)",
                names().onMachine(c.name()),
                naming.types().boxed(c.element()),
                unboxed(c.element()));
        TypeName boxed = naming.types().boxed(c.element());
        MethodSpec.Builder method = MethodSpec.methodBuilder(names().onMachine(c.name(), "contentsOf"))
                .addParameter(TypeName.INT, "from")
                .addParameter(TypeName.INT, "to");
        return switch (c.kind()) {
            case FIFO ->
                method.returns(ParameterizedTypeName.get(ClassName.get(List.class), boxed))
                        .addStatement("return $L.toList()", waiting)
                        .build();
            case UNORDERED ->
                method.returns(ParameterizedTypeName.get(ClassName.get(Set.class), boxed))
                        .addStatement("return $T.of($L)", RuntimeNames.SETS, waiting)
                        .build();
            case LATEST ->
                method.returns(ParameterizedTypeName.get(ClassName.get(Optional.class), boxed))
                        .addStatement("return $L.findFirst()", waiting)
                        .build();
        };
    }
}
