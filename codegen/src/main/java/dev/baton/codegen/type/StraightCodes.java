package dev.baton.codegen.type;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.baton.codegen.expr.Term;
import dev.baton.codegen.names.Identifiers;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/**
 * Methods that turn records and options into codes and back by arithmetic alone. Words of shared memory and places are
 * full of them, and a {@code Code} that goes over its fields as objects takes many times as long.
 */
final class StraightCodes {
    private final JavaTypes types;
    private final Function<Type, CodeBlock> constants;
    private final Map<String, MethodSpec> methods = new LinkedHashMap<>();

    /** @param constants the constant of the class of codes for a type */
    StraightCodes(JavaTypes types, Function<Type, CodeBlock> constants) {
        this.types = types;
        this.constants = constants;
    }

    /** Whether this is for such types. */
    static boolean has(Type type) {
        return type instanceof Type.Struct || type instanceof Type.Option;
    }

    /** The methods that were asked for. */
    List<MethodSpec> methods() {
        return List.copyOf(methods.values());
    }

    /**
     * The name of the method that gives the code.
     *
     * @param constant the name of the type's constant
     */
    String encoder(Type type, String constant) {
        String name = "codeOf" + Identifiers.pascal(Identifiers.camel(constant));
        if (!methods.containsKey(name)) {
            methods.put(name, MethodSpec.methodBuilder(name).build());
            methods.put(
                    name,
                    method(name, TypeName.LONG)
                            .addParameter(types.of(type), "value")
                            .addStatement("return $L", encoded(type))
                            .build());
        }
        return name;
    }

    /** The name of the method that gives the value of a code. */
    String decoder(Type type, String constant) {
        String name = Identifiers.camel(constant) + "Of";
        if (!methods.containsKey(name)) {
            methods.put(name, MethodSpec.methodBuilder(name).build());
            methods.put(
                    name,
                    method(name, types.of(type))
                            .addParameter(TypeName.LONG, "code")
                            .addStatement("return $L", decoded(type))
                            .build());
        }
        return name;
    }

    private static MethodSpec.Builder method(String name, TypeName result) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.STATIC).returns(result);
    }

    private CodeBlock encoded(Type type) {
        if (type instanceof Type.Option option) {
            Term one = Term.of("1L");
            Term some = Term.binary("+", Term.Level.ADDITIVE, one, index(option.element(), Term.of("value.get()")));
            return CodeBlock.of("value.isEmpty() ? 0 : $L", some.code());
        }
        Type.Struct struct = (Type.Struct) type;
        Term code = Term.of("0L");
        for (int i = 0; i < struct.fields().size(); i++) {
            Type.Field f = struct.fields().get(i);
            Term digit = index(f.type(), Term.of("value.$N()", types.field(struct, f.name())));
            if (i == 0) {
                code = new Term(CodeBlock.of("(long) $L", digit.at(Term.Level.UNARY)), Term.Level.UNARY, false);
                continue;
            }
            Term shifted = Term.binary("*", Term.Level.MULTIPLICATIVE, code, size(f.type()));
            code = Term.binary("+", Term.Level.ADDITIVE, shifted, digit);
        }
        return code.code();
    }

    private static Term size(Type type) {
        return Term.of("$LL", Domain.size(type));
    }

    /** The position of a value among those of its type, from 0. */
    private Term index(Type type, Term value) {
        return switch (type) {
            case Type.Range t -> t.low() == 0 ? value : Term.binary("-", Term.Level.ADDITIVE, value, number(t.low()));
            case Type.Index t -> value;
            case Type.Bool t -> Term.of("($L ? 1 : 0)", value.at(Term.Level.OR));
            case Type.Enumeration t -> Term.of("$L.ordinal()", value.receiver());
            case Type.Struct t -> coded(type, value);
            case Type.Option t -> coded(type, value);
            case Type.Union t -> coded(type, value);
            case Type.SetOf t -> coded(type, value);
            case Type.Seq t -> coded(type, value);
            case Type.Bag t -> coded(type, value);
            case Type.MapOf t -> coded(type, value);
        };
    }

    private static Term number(int n) {
        return n < 0 ? Term.of("($L)", n) : Term.of("$L", n);
    }

    private Term coded(Type type, Term value) {
        return has(type)
                ? Term.of("$N($L)", encoder(type, constant(type)), value.code())
                : Term.of("$L.code($L)", constants.apply(type), value.code());
    }

    private CodeBlock decoded(Type type) {
        if (type instanceof Type.Option option) {
            Term value = value(option.element(), Term.binary("-", Term.Level.ADDITIVE, Term.of("code"), Term.of("1")));
            return CodeBlock.of("code == 0 ? $T.empty() : $T.of($L)", OPTIONAL, OPTIONAL, value.code());
        }
        Type.Struct struct = (Type.Struct) type;
        List<CodeBlock> fields = new ArrayList<>();
        for (int i = 0; i < struct.fields().size(); i++) {
            Term rest = Term.of("code");
            java.math.BigInteger below = java.math.BigInteger.ONE;
            for (Type.Field after :
                    struct.fields().subList(i + 1, struct.fields().size())) {
                below = below.multiply(Domain.size(after.type()));
            }
            if (!below.equals(java.math.BigInteger.ONE)) {
                rest = Term.binary("/", Term.Level.MULTIPLICATIVE, rest, Term.of("$LL", below));
            }
            if (i > 0) {
                rest = Term.binary(
                        "%",
                        Term.Level.MULTIPLICATIVE,
                        rest,
                        size(struct.fields().get(i).type()));
            }
            fields.add(value(struct.fields().get(i).type(), rest).code());
        }
        return CodeBlock.of("new $T($L)", types.of(type), CodeBlock.join(fields, ", "));
    }

    private static final com.palantir.javapoet.ClassName OPTIONAL =
            com.palantir.javapoet.ClassName.get(java.util.Optional.class);

    /** The value at a position. */
    private Term value(Type type, Term index) {
        return switch (type) {
            case Type.Range t ->
                new Term(
                        CodeBlock.of(
                                "(int) $L",
                                (t.low() == 0
                                                ? index
                                                : Term.of(
                                                        "($L + $L)",
                                                        index.at(Term.Level.ADDITIVE),
                                                        number(t.low()).code()))
                                        .at(Term.Level.UNARY)),
                        Term.Level.UNARY,
                        false);
            case Type.Index t ->
                new Term(CodeBlock.of("(int) $L", index.at(Term.Level.UNARY)), Term.Level.UNARY, false);
            case Type.Bool t ->
                new Term(CodeBlock.of("$L != 0", index.at(Term.Level.RELATIONAL)), Term.Level.EQUALITY, false);
            case Type.Enumeration t -> whole(type, index);
            case Type.Struct t -> whole(type, index);
            case Type.Option t -> whole(type, index);
            case Type.Union t -> whole(type, index);
            case Type.SetOf t -> whole(type, index);
            case Type.Seq t -> whole(type, index);
            case Type.Bag t -> whole(type, index);
            case Type.MapOf t -> whole(type, index);
        };
    }

    private Term whole(Type type, Term index) {
        return has(type)
                ? Term.of("$N($L)", decoder(type, constant(type)), index.code())
                : Term.of("$L.decode($L)", constants.apply(type), index.code());
    }

    /** The name of a type's constant: what {@code constants} says, without its class. */
    private String constant(Type type) {
        String whole = constants.apply(type).toString();
        return whole.substring(whole.lastIndexOf('.') + 1);
    }
}
