package dev.baton.codegen.machine;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.baton.codegen.Docs;
import dev.baton.codegen.actor.MachineUses;
import dev.baton.codegen.actor.MachineUses.Kind;
import dev.baton.codegen.expr.Expressions;
import dev.baton.codegen.expr.Term;
import dev.baton.codegen.names.Identifiers;
import dev.baton.codegen.names.NameScope;
import dev.baton.codegen.names.RuntimeNames;
import dev.baton.codegen.type.JavaTypes;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Typed access to one variable of shared memory: a word, or one for each combination of keys. */
final class MemoryAccess {
    private final Protocol.Memory memory;
    private final Expressions.Naming naming;
    private final MachineUses uses;
    private final String field;
    private final List<Key> keys = new ArrayList<>();
    private final Type word;
    private final boolean fences;

    /** A key as a parameter. */
    private record Key(String name, Type type) {}

    /** @param buffered whether some memory of the protocol has store buffers */
    MemoryAccess(Protocol.Memory memory, Expressions.Naming naming, MachineUses uses, boolean buffered) {
        this.fences = buffered && memory.model() == Protocol.Memory.Model.SC;
        this.memory = memory;
        this.naming = naming;
        this.uses = uses;
        this.field = naming.names().onMachine(memory.variable().name());
        NameScope scope = new NameScope(Set.of("value", "expected", "next", "amount", "old", "swapped", "core"));
        scope.take(field);
        Type at = memory.variable().type();
        while (at instanceof Type.MapOf map) {
            keys.add(new Key(scope.take(wish(map.key())), map.key()));
            at = map.value();
        }
        this.word = at;
    }

    private static String wish(Type key) {
        boolean named = key instanceof Type.Index || key instanceof Type.Enumeration;
        return named ? Identifiers.camel(key.toString()) : "index";
    }

    List<MethodSpec> methods() {
        List<MethodSpec> all = new ArrayList<>();
        String declared = memory.variable().name();
        if (uses.has(Kind.GET, declared) || uses.has(Kind.GET_WHOLE, declared)) {
            all.add(get());
        }
        if (uses.has(Kind.SET, declared) || uses.has(Kind.SET_WHOLE, declared)) {
            all.add(set());
        }
        if (uses.has(Kind.SET_RELEASE, declared)) {
            all.add(setRelease());
        }
        if (uses.has(Kind.CAS, declared)) {
            all.add(cas());
        }
        if (uses.has(Kind.FETCH_ADD, declared)) {
            all.add(fetchAdd());
        }
        if (uses.has(Kind.EXCHANGE, declared)) {
            all.add(exchange());
        }
        if (uses.has(Kind.GET_WHOLE, declared)) {
            all.add(getAll());
        }
        if (uses.has(Kind.SET_WHOLE, declared)) {
            all.add(setAll());
        }
        return all;
    }

    private MethodSpec.Builder method(String name, TypeName result) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name).returns(result);
        keys.forEach(k -> method.addParameter(naming.types().of(k.type), k.name));
        return method;
    }

    /** A locked operation: it waits for the core's store buffer, and these words have none that would do it. */
    private MethodSpec.Builder locked(String prefix, TypeName result) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(
                        naming.names().onMachine(memory.variable().name(), prefix))
                .returns(result);
        if (fences) {
            method.addParameter(RuntimeNames.CORE, "core").addStatement("core.fence()");
        }
        keys.forEach(k -> method.addParameter(naming.types().of(k.type), k.name));
        return method;
    }

    /** The position of a word, as the first argument of an access; nothing for a scalar. */
    private CodeBlock position() {
        if (keys.isEmpty()) {
            return CodeBlock.of("");
        }
        Term position = ordinal(keys.getFirst());
        for (Key k : keys.subList(1, keys.size())) {
            Term size = Term.of("$L", dev.baton.model.value.Domain.size(k.type));
            position = Term.binary(
                    "+", Term.Level.ADDITIVE, Term.binary("*", Term.Level.MULTIPLICATIVE, position, size), ordinal(k));
        }
        return position.code();
    }

    private static Term ordinal(Key key) {
        return switch (key.type) {
            case Type.Index t -> Term.of("$N", key.name);
            case Type.Range t ->
                t.low() == 0
                        ? Term.of("$N", key.name)
                        : Term.binary("-", Term.Level.ADDITIVE, Term.of("$N", key.name), literal(t.low()));
            case Type.Enumeration t -> Term.of("$N.ordinal()", key.name);
            case Type.Bool t -> Term.of("($N ? 1 : 0)", key.name);
            case Type.Struct t -> throw noKey(t);
            case Type.Union t -> throw noKey(t);
            case Type.Option t -> throw noKey(t);
            case Type.SetOf t -> throw noKey(t);
            case Type.Seq t -> throw noKey(t);
            case Type.Bag t -> throw noKey(t);
            case Type.MapOf t -> throw noKey(t);
        };
    }

    private static Term literal(int value) {
        return value < 0 ? Term.of("($L)", value) : Term.of("$L", value);
    }

    private static IllegalStateException noKey(Type type) {
        return new IllegalStateException("no map has keys of type " + type);
    }

    private CodeBlock arguments(CodeBlock... more) {
        List<CodeBlock> all = new ArrayList<>();
        if (!keys.isEmpty()) {
            all.add(position());
        }
        all.addAll(List.of(more));
        return CodeBlock.join(all, ", ");
    }

    private CodeBlock encoded(String parameter) {
        return naming.codes().encode(word, Term.of("$N", parameter));
    }

    private MethodSpec get() {
        Term code = Term.of("$N.get($L)", field, arguments());
        return method(field, naming.types().of(word))
                .addJavadoc(Docs.of(memory.variable().doc()))
                .addStatement("return $L", naming.codes().decode(word, code).code())
                .build();
    }

    private MethodSpec set() {
        return method(field, TypeName.VOID)
                .addParameter(naming.types().of(word), "value")
                .addStatement("$N.set($L)", field, arguments(encoded("value")))
                .build();
    }

    private MethodSpec setRelease() {
        return method(naming.names().onMachine(memory.variable().name(), "storeRelease"), TypeName.VOID)
                .addJavadoc("Where a locked operation, a fence or an IPI comes before this core reads again.\n")
                .addParameter(naming.types().of(word), "value")
                .addStatement("$N.setRelease($L)", field, arguments(encoded("value")))
                .build();
    }

    /** What is checked of a value that may not fit, once it is stored: a violation undoes the step. */
    private CodeBlock fits(CodeBlock value, Kind kind) {
        String message = uses.message(kind, memory.variable().name());
        if (word instanceof Type.Range r) {
            return CodeBlock.of(
                    "$T.within($L, $L, $L, $S);\n",
                    RuntimeNames.CHECK,
                    value,
                    naming.numbers().of(r.lo()),
                    naming.numbers().of(r.hi()),
                    message);
        }
        return JavaTypes.isIdentical(word)
                ? CodeBlock.of("")
                : CodeBlock.of(
                        "$T.fits($L, $L, $S);\n",
                        RuntimeNames.CHECK,
                        value,
                        naming.codes().of(word),
                        message);
    }

    /** The code of what a word is expected to hold, which may be what it can't: then none that it ever has. */
    private CodeBlock expected() {
        return JavaTypes.isIdentical(word) || word instanceof Type.Struct
                ? encoded("expected")
                : CodeBlock.of("$L.find(expected)", naming.codes().of(word));
    }

    private MethodSpec cas() {
        CodeBlock check = uses.checks(Kind.CAS, memory.variable().name())
                ? fits(CodeBlock.of("next"), Kind.CAS)
                : CodeBlock.of("");
        CodeBlock cas = CodeBlock.of("$N.cas($L)", field, arguments(expected(), encoded("next")));
        MethodSpec.Builder method = locked("cas", TypeName.BOOLEAN)
                .addParameter(naming.types().of(word), "expected")
                .addParameter(naming.types().of(word), "next");
        if (check.isEmpty()) {
            return method.addStatement("return $L", cas).build();
        }
        return method.addStatement("boolean swapped = $L", cas)
                .beginControlFlow("if (swapped)")
                .addCode(check)
                .endControlFlow()
                .addStatement("return swapped")
                .build();
    }

    private MethodSpec fetchAdd() {
        return locked("fetchAdd", TypeName.INT)
                .addParameter(TypeName.INT, "amount")
                .addStatement("int old = (int) $N.getAndAdd($L)", field, arguments(CodeBlock.of("amount")))
                .addCode(fits(CodeBlock.of("old + amount"), Kind.FETCH_ADD))
                .addStatement("return old")
                .build();
    }

    private MethodSpec exchange() {
        Term code = Term.of("$N.getAndSet($L)", field, arguments(encoded("value")));
        return locked("exchange", naming.types().of(word))
                .addParameter(naming.types().of(word), "value")
                .addStatement("return $L", naming.codes().decode(word, code).code())
                .build();
    }

    private MethodSpec getAll() {
        CodeBlock names = CodeBlock.join(
                keys.stream().map(k -> CodeBlock.of("$N", k.name)).toList(), ", ");
        CodeBlock all = CodeBlock.of("$N($L)", field, names);
        for (Key k : keys.reversed()) {
            all = CodeBlock.of(
                    "$T.of($L, $N -> $L)", RuntimeNames.TABLE, naming.codes().of(k.type), k.name, all);
        }
        return MethodSpec.methodBuilder(
                        naming.names().onMachine(memory.variable().name(), "all"))
                .returns(naming.types().of(memory.variable().type()))
                .addStatement("return $L", all)
                .build();
    }

    private MethodSpec setAll() {
        MethodSpec.Builder method = MethodSpec.methodBuilder(
                        naming.names().onMachine(memory.variable().name(), "setAll"))
                .addParameter(naming.types().of(memory.variable().type()), "value");
        CodeBlock at = CodeBlock.of("value");
        List<CodeBlock> arguments = new ArrayList<>();
        for (Key k : keys) {
            method.beginControlFlow(new Loops(naming).head(k.type, k.name));
            at = CodeBlock.of("$L.at($N)", at, k.name);
            arguments.add(CodeBlock.of("$N", k.name));
        }
        arguments.add(at);
        method.addStatement("$N($L)", field, CodeBlock.join(arguments, ", "));
        keys.forEach(k -> method.endControlFlow());
        return method.build();
    }
}
