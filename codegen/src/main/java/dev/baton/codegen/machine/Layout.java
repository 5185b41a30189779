package dev.baton.codegen.machine;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.baton.codegen.FirstValues;
import dev.baton.codegen.actor.ActorSeats;
import dev.baton.codegen.actor.MachineUses;
import dev.baton.codegen.actor.MachineUses.Kind;
import dev.baton.codegen.actor.Touches;
import dev.baton.codegen.expr.Expressions;
import dev.baton.codegen.expr.Literals;
import dev.baton.codegen.names.ProtocolNames;
import dev.baton.codegen.names.RuntimeNames;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The constructor of the machine, which lays everything out in the order of the text. */
record Layout(Protocol protocol, Expressions.Naming naming, MachineUses uses, FirstValues first) {
    private static final int SMALL = 1 << 30;

    private ProtocolNames names() {
        return naming.names();
    }

    MethodSpec constructor() {
        MethodSpec.Builder out = MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Lays the protocol out in memory.\n")
                .addParameter(RuntimeNames.SHARED_MEMORY, "memory")
                .addStatement(
                        "super(memory, IDENTITY, $T.$N)",
                        RuntimeNames.ATOMICITY,
                        Touches.lockFree(protocol) ? "LOCK_FREE" : "LOCKED");
        protocol.variables().forEach(m -> out.addCode(word(m)));
        protocol.variables().stream()
                .filter(m -> m.model() == Protocol.Memory.Model.TSO)
                .mapToInt(Protocol.Memory::buffer)
                .max()
                .ifPresent(n -> out.addStatement("storeBuffers($L)", n));
        protocol.actors().forEach(a -> out.addCode(actor(a)));
        protocol.ipis().forEach(i -> out.addCode(ipi(i)));
        protocol.channels().forEach(c -> out.addCode(channel(c)));
        protocol.resources().forEach(r -> out.addCode(resource(r)));
        return out.build();
    }

    private CodeBlock word(Protocol.Memory m) {
        String name = m.variable().name();
        String field = names().onMachine(name);
        boolean used = Shared.reads(uses, name);
        CodeBlock target = used ? CodeBlock.of("$N = ", field) : CodeBlock.of("");
        Value value = first.of(name);
        List<Value> words = new ArrayList<>();
        Type word = flatten(value, m.variable().type(), words);
        if (!(m.variable().type() instanceof Type.MapOf)) {
            return CodeBlock.of(
                    "$Lword($S, $T.$L, $L);\n", target, name, RuntimeNames.ORDER, m.model(), code(word, value));
        }
        List<CodeBlock> codes =
                words.stream().map(v -> code(word, v)).distinct().toList();
        CodeBlock each = codes.size() == 1
                ? CodeBlock.of("at -> $L", codes.getFirst())
                : CodeBlock.of(
                        "at -> new long[] {$L}[at]",
                        CodeBlock.join(words.stream().map(v -> code(word, v)).toList(), ", "));
        return CodeBlock.of(
                "$L$L($S, $T.$L, $L, $L);\n",
                target,
                isArray(m.variable().type()) ? isSmall(word) ? "ints" : "array" : "words",
                name,
                RuntimeNames.ORDER,
                m.model(),
                size(m.variable().type()),
                each);
    }

    /** Whether the last key is an integer: neighbours are then parts of one thing, such as a ring. */
    private static boolean isArray(Type type) {
        return type instanceof Type.MapOf map
                && (map.value() instanceof Type.MapOf ? isArray(map.value()) : map.key() instanceof Type.Range);
    }

    /** Whether a word takes four bytes at most, with room for what adding to it may give. */
    private static boolean isSmall(Type word) {
        return word instanceof Type.Range r
                ? -SMALL <= r.low() && r.high() <= SMALL
                : Domain.size(word).compareTo(BigInteger.valueOf(SMALL)) <= 0;
    }

    /** How many words a map takes, by the names of its keys' sizes. */
    private CodeBlock size(Type type) {
        List<CodeBlock> sizes = new ArrayList<>();
        Type at = type;
        while (at instanceof Type.MapOf map) {
            sizes.add(
                    map.key() instanceof Type.Index i
                            ? naming.numbers().size(i)
                            : CodeBlock.of("$L", Domain.size(map.key())));
            at = map.value();
        }
        return CodeBlock.join(sizes, " * ");
    }

    /** The words of a variable in order; their type. */
    private static Type flatten(Value value, Type type, List<Value> into) {
        if (!(type instanceof Type.MapOf map)) {
            into.add(value);
            return type;
        }
        Type word = map.value();
        for (Value entry : ((Value.MapOf) value).values()) {
            word = flatten(entry, map.value(), into);
        }
        return word;
    }

    private CodeBlock code(Type type, Value value) {
        boolean zero = value.equals(Domain.first(type)) && !(type instanceof Type.Range);
        return zero ? CodeBlock.of("0") : naming.codes().encode(type, new Literals(naming).of(value, type));
    }

    private CodeBlock actor(Actor a) {
        String kind = switch (a.kind()) {
            case KERNEL -> "kernel";
            case CORE -> "core";
            case ENVIRONMENT -> "environment";
        };
        List<CodeBlock> more = new ArrayList<>();
        if (!a.index().single()) {
            more.add(CodeBlock.of(".indexed()"));
        }
        a.core().ifPresent(e -> more.add(CodeBlock.of(".on($L)", seats(a, e))));
        if (a.initiallyOff()) {
            more.add(CodeBlock.of(".initiallyOff()"));
        }
        boolean field = uses.has(Kind.ACTOR, a.name());
        CodeBlock target = field
                ? CodeBlock.of("$N = ", names().actorOnMachine(a.name()))
                : asked(a)
                        ? CodeBlock.of("$T $N = ", RuntimeNames.ACTOR, names().actorOnMachine(a.name()))
                        : CodeBlock.of("");
        boolean points = ActorSeats.hasPoints(protocol, a);
        return CodeBlock.of(
                "$L$N($S, $L, $L, $L)$L;\n",
                target,
                kind,
                a.name(),
                naming.numbers().size(a.index()),
                points
                        ? CodeBlock.of("$T.At.values()", names().actor(a.name()))
                        : CodeBlock.of("new $T[0]", RuntimeNames.POINT),
                uses.usesMachine(a.name())
                        ? CodeBlock.of("core -> new $T(this, core)", names().actor(a.name()))
                        : CodeBlock.of("$T::new", names().actor(a.name())),
                CodeBlock.join(more, ""));
    }

    /** Whether an IPI, channel or resource is declared over an actor. */
    private boolean asked(Actor a) {
        return protocol.ipis().stream().anyMatch(i -> i.target().equals(a.index()))
                || protocol.channels().stream().anyMatch(c -> c.from().equals(a.index()) || c.to().equals(a.index()))
                || protocol.resources().stream()
                        .anyMatch(r -> r.owner()
                                .filter(o -> o.type().equals(a.index()))
                                .isPresent());
    }

    private CodeBlock seats(Actor a, dev.baton.model.expr.Expr core) {
        return CodeBlock.of("self -> $L", ActorSeats.of(protocol, a, naming, uses, core));
    }

    private CodeBlock ipi(Protocol.Ipi i) {
        boolean plain = !i.nmi() && i.queued() == 1 && !i.unordered();
        CodeBlock kind = plain
                ? CodeBlock.of("$T.Kind.PLAIN", RuntimeNames.DOORBELL)
                : CodeBlock.of("new $T.Kind($L, $L, $L)", RuntimeNames.DOORBELL, i.nmi(), i.queued(), i.unordered());
        CodeBlock target =
                uses.has(Kind.BELL, i.name()) ? CodeBlock.of("$N = ", names().onMachine(i.name())) : CodeBlock.of("");
        CodeBlock placed = protocol.actors().stream()
                .filter(a -> a.index().equals(i.target()))
                .flatMap(a -> a.interrupts().stream()
                        .filter(h -> h.ipi().equals(i.name()) && h.core().isPresent())
                        .map(h ->
                                CodeBlock.of(".handledOn($L)", seats(a, h.core().orElseThrow()))))
                .findFirst()
                .orElse(CodeBlock.of(""));
        return CodeBlock.of(
                "$Lipi($S, $N, $L)$L;\n",
                target,
                i.name(),
                names().actorOnMachine(i.target().name()),
                kind,
                placed);
    }

    private CodeBlock channel(Protocol.Channel c) {
        CodeBlock target = Shared.usesChannel(uses, c.name())
                ? CodeBlock.of("$N = ", names().onMachine(c.name()))
                : CodeBlock.of("");
        return CodeBlock.of(
                "$Lchannel($S, $T.Kind.$L, $N, $N, $L);\n",
                target,
                c.name(),
                RuntimeNames.CHANNEL,
                c.kind(),
                names().actorOnMachine(c.from().name()),
                names().actorOnMachine(c.to().name()),
                c.capacity());
    }

    private CodeBlock resource(Protocol.Resource r) {
        String name = r.index().name();
        CodeBlock target = uses.has(Kind.OWNERS, name) || uses.has(Kind.OWNER, name)
                ? CodeBlock.of("$N = ", names().onMachine(name))
                : CodeBlock.of("");
        List<CodeBlock> owners = ((Value.MapOf) first.of(ownerVariable(name)))
                .values().stream().map(this::owner).toList();
        CodeBlock each = owners.stream().distinct().count() == 1
                ? owners.getFirst()
                : CodeBlock.of("new long[] {$L}[member]", CodeBlock.join(owners, ", "));
        return CodeBlock.of(
                "$Lresource($S, $L, member -> $L);\n",
                target,
                name,
                naming.numbers().size(r.index()),
                each);
    }

    private String ownerVariable(String resource) {
        return first.values().keySet().stream()
                .filter(v -> v.startsWith(resource + ".owner"))
                .collect(Collectors.toList())
                .getFirst();
    }

    private CodeBlock owner(Value value) {
        if (!(value instanceof Value.Some some)) {
            return CodeBlock.of("$T.NOBODY", RuntimeNames.OWNERS);
        }
        Value.Struct holder = (Value.Struct) some.value();
        int member =
                holder.fields().isEmpty() ? 0 : ((Value.Member) holder.fields().getFirst()).ordinal();
        return CodeBlock.of(
                "$T.code($N, $L)",
                RuntimeNames.OWNERS,
                names().actorOnMachine(holder.type().name()),
                member);
    }
}
