package dev.baton.codegen.type;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import dev.baton.codegen.expr.Term;
import dev.baton.codegen.names.Identifiers;
import dev.baton.codegen.names.NameScope;
import dev.baton.codegen.names.ProtocolNames;
import dev.baton.codegen.names.RuntimeNames;
import dev.baton.model.type.Type;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Java that turns values into codes and back, and the constants that it needs. */
public final class JavaCodes {
    private final ProtocolNames names;
    private final JavaTypes types;
    private final Numbers numbers;
    private final NameScope scope;
    private final Map<String, String> constants = new LinkedHashMap<>();
    private final Map<String, FieldSpec> fields = new LinkedHashMap<>();
    private final StraightCodes straight;

    public JavaCodes(ProtocolNames names, JavaTypes types, Numbers numbers) {
        this.names = names;
        this.types = types;
        this.numbers = numbers;
        this.scope = new NameScope(names.classNames());
        this.straight = new StraightCodes(types, this::of);
    }

    /** The code of a value. */
    public CodeBlock encode(Type type, Term value) {
        return switch (type) {
            case Type.Range t -> value.code();
            case Type.Index t -> value.code();
            case Type.Bool t -> CodeBlock.of("$L ? 1 : 0", value.at(Term.Level.OR));
            case Type.Enumeration t -> CodeBlock.of("$L.ordinal()", value.receiver());
            case Type.Struct t -> composite(type, value);
            case Type.Union t -> composite(type, value);
            case Type.Option t -> composite(type, value);
            case Type.SetOf t -> composite(type, value);
            case Type.Seq t -> composite(type, value);
            case Type.Bag t -> composite(type, value);
            case Type.MapOf t -> composite(type, value);
        };
    }

    private CodeBlock composite(Type type, Term value) {
        return StraightCodes.has(type)
                ? CodeBlock.of("$T.$N($L)", names.codes(), straight.encoder(type, constantName(type)), value.code())
                : CodeBlock.of("$L.code($L)", of(type), value.code());
    }

    private String constantName(Type type) {
        String whole = of(type).toString();
        return whole.substring(whole.lastIndexOf('.') + 1);
    }

    /** The value of a code: a {@code long} that has no side effect. */
    public Term decode(Type type, Term code) {
        return switch (type) {
            case Type.Range t -> toInt(code);
            case Type.Index t -> toInt(code);
            case Type.Bool t ->
                new Term(CodeBlock.of("$L != 0", code.at(Term.Level.EQUALITY)), Term.Level.EQUALITY, false);
            case Type.Enumeration t -> decoded(type, code);
            case Type.Struct t -> decoded(type, code);
            case Type.Union t -> decoded(type, code);
            case Type.Option t -> decoded(type, code);
            case Type.SetOf t -> decoded(type, code);
            case Type.Seq t -> decoded(type, code);
            case Type.Bag t -> decoded(type, code);
            case Type.MapOf t -> decoded(type, code);
        };
    }

    private static Term toInt(Term code) {
        return new Term(CodeBlock.of("(int) $L", code.at(Term.Level.UNARY)), Term.Level.UNARY, false);
    }

    private Term decoded(Type type, Term code) {
        return StraightCodes.has(type)
                ? Term.of("$T.$N($L)", names.codes(), straight.decoder(type, constantName(type)), code.code())
                : Term.of("$L.decode($L)", of(type), code.code());
    }

    /** The {@code Code} of a type. */
    public CodeBlock of(Type type) {
        return switch (type) {
            case Type.Bool t -> CodeBlock.of("$T.bool()", RuntimeNames.CODE);
            case Type.Range t -> constant(type);
            case Type.Index t -> constant(type);
            case Type.Enumeration t -> constant(type);
            case Type.Struct t -> constant(type);
            case Type.Union t -> constant(type);
            case Type.Option t -> constant(type);
            case Type.SetOf t -> constant(type);
            case Type.Seq t -> constant(type);
            case Type.Bag t -> constant(type);
            case Type.MapOf t -> constant(type);
        };
    }

    /** A constant of the class {@link ProtocolNames#codes}. */
    private CodeBlock constant(Type type) {
        String key = key(type);
        String name = constants.get(key);
        if (name == null) {
            CodeBlock made = made(type);
            name = scope.take(Identifiers.constant(wish(type)));
            constants.put(key, name);
            fields.put(
                    name,
                    FieldSpec.builder(
                                    ParameterizedTypeName.get(RuntimeNames.CODE, types.boxed(type)),
                                    name,
                                    Modifier.STATIC,
                                    Modifier.FINAL)
                            .initializer(made)
                            .build());
        }
        return CodeBlock.of("$T.$N", names.codes(), name);
    }

    private CodeBlock made(Type type) {
        return switch (type) {
            case Type.Range t ->
                CodeBlock.of("$T.range($L, $L)", RuntimeNames.CODE, numbers.of(t.lo()), numbers.of(t.hi()));
            case Type.Index t ->
                t.single()
                        ? CodeBlock.of("$T.single($S)", RuntimeNames.CODE, t.name())
                        : CodeBlock.of("$T.members($S, $L)", RuntimeNames.CODE, t.name(), numbers.size(t));
            case Type.Option t -> CodeBlock.of("$T.option($L)", RuntimeNames.CODE, of(t.element()));
            case Type.SetOf t -> CodeBlock.of("$T.set($L)", RuntimeNames.CODE, of(t.element()));
            case Type.Seq t -> CodeBlock.of("$T.sequence($L, $L)", RuntimeNames.CODE, of(t.element()), t.capacity());
            case Type.MapOf t -> CodeBlock.of("$T.table($L, $L)", RuntimeNames.CODE, of(t.key()), of(t.value()));
            case Type.Bag t -> throw new IllegalStateException("no variable holds a bag");
            case Type.Bool t -> of(t);
            case Type.Enumeration t ->
                CodeBlock.of("$T.enumeration($T.class)", RuntimeNames.CODE, names.type(t.name()));
            case Type.Struct t -> struct(t);
            case Type.Union t -> union(t);
        };
    }

    private CodeBlock struct(Type.Struct type) {
        ClassName name = names.type(type.name());
        CodeBlock.Builder code =
                CodeBlock.builder().add("$T.record($T.class, $S)", RuntimeNames.CODE, name, type.name());
        for (Type.Field f : type.fields()) {
            code.add(".field($S, $T::$N, $L)", f.name(), name, types.field(type, f.name()), of(f.type()));
        }
        CodeBlock next = CodeBlock.join(
                type.fields().stream().map(f -> CodeBlock.of("fields.next()")).toList(), ", ");
        return code.add(".build($L -> new $T($L))", type.fields().isEmpty() ? "_" : "fields", name, next)
                .build();
    }

    private CodeBlock union(Type.Union union) {
        CodeBlock.Builder code = CodeBlock.builder().add("$T.union($T.class)", RuntimeNames.CODE, names.union(union));
        union.variants().stream()
                .sorted(Comparator.comparing(Type.Struct::name))
                .forEach(v -> code.add(".variant($T.class, $L)", names.type(v.name()), of(v)));
        return code.add(".build()").build();
    }

    /** Tells types apart that print alike: a range by its values. */
    private String key(Type type) {
        return switch (type) {
            case Type.Range t -> t.low() + ".." + t.high();
            case Type.Index t -> t.name();
            case Type.Option t -> key(t.element()) + "?";
            case Type.SetOf t -> "set<" + key(t.element()) + ">";
            case Type.Seq t -> "seq<" + key(t.element()) + ", " + t.capacity() + ">";
            case Type.Bag t -> "bag<" + key(t.element()) + ", " + t.capacity() + ">";
            case Type.MapOf t -> "map<" + key(t.key()) + ", " + key(t.value()) + ">";
            case Type.Bool t -> "bool";
            case Type.Enumeration t -> t.name();
            case Type.Struct t -> t.name();
            case Type.Union t -> names.union(t).simpleName();
        };
    }

    private String wish(Type type) {
        return switch (type) {
            case Type.Bool t -> "bool";
            case Type.Range t -> ("from_" + t.lo() + "_to_" + t.hi()).replace("-", "minus");
            case Type.Index t -> t.name();
            case Type.Enumeration t -> t.name();
            case Type.Struct t -> t.name();
            case Type.Union t -> names.union(t).simpleName();
            case Type.Option t -> "optional_" + wish(t.element());
            case Type.SetOf t -> "set_of_" + wish(t.element());
            case Type.Seq t -> "sequence_of_" + wish(t.element());
            case Type.Bag t -> "bag_of_" + wish(t.element());
            case Type.MapOf t -> wish(t.value()) + "_by_" + wish(t.key());
        };
    }

    /** The methods that were asked for. */
    public List<MethodSpec> methods() {
        return straight.methods();
    }

    /** The constants that were asked for, each after those it uses. */
    public List<FieldSpec> constants() {
        return List.copyOf(fields.values());
    }
}
