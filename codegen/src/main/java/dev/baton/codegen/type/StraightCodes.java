package dev.baton.codegen.type;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.baton.codegen.expr.Term;
import dev.baton.codegen.names.Identifiers;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        Optional<Term> code = Optional.empty();
        for (Type.Field f : struct.fields()) {
            if (isSingle(f.type())) {
                continue;
            }
            Term digit = index(f.type(), Term.of("value.$N()", types.field(struct, f.name())));
            code = Optional.of(code.map(c -> Term.binary("*", Term.Level.MULTIPLICATIVE, c, size(f.type())))
                    .map(c -> Term.binary("+", Term.Level.ADDITIVE, c, digit))
                    .orElse(digit));
        }
        return code.orElse(Term.of("0")).code();
    }

    /** Whether a type has but one value, which takes no room in a code. */
    private static boolean isSingle(Type type) {
        return Domain.size(type).equals(BigInteger.ONE);
    }

    /** Of type {@code long}, so that what it is multiplied by is too. */
    private static Term size(Type type) {
        return Term.of("$LL", Domain.size(type));
    }

    /** The position of a value among those of its type, from 0. */
    private Term index(Type type, Term value) {
        return switch (type) {
            case Type.Range t -> t.low() == 0 ? value : above(t, value);
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

    /** How far a value is above the lowest, which may be more than an {@code int} holds. */
    private static Term above(Type.Range t, Term value) {
        boolean fits = (long) t.high() - t.low() <= Integer.MAX_VALUE;
        return plus(value, -(long) t.low(), !fits);
    }

    private static Term plus(Term term, long number, boolean wide) {
        long distance = Math.abs(number);
        String suffix = wide || distance > Integer.MAX_VALUE ? "L" : "";
        return Term.binary(number < 0 ? "-" : "+", Term.Level.ADDITIVE, term, Term.of("$L$L", distance, suffix));
    }

    private Term coded(Type type, Term value) {
        return has(type)
                ? Term.of("$N($L)", encoder(type, constant(type)), value.code())
                : Term.of("$L.code($L)", constants.apply(type), value.code());
    }

    private CodeBlock decoded(Type type) {
        if (type instanceof Type.Option option) {
            Term value = value(option.element(), Term.binary("-", Term.Level.ADDITIVE, Term.of("code"), Term.of("1")));
            return CodeBlock.of("code == 0 ? $T.empty() : $T.of($L)", Optional.class, Optional.class, value.code());
        }
        Type.Struct struct = (Type.Struct) type;
        List<CodeBlock> fields = new ArrayList<>();
        BigInteger below = Domain.size(type);
        boolean first = true;
        for (Type.Field f : struct.fields()) {
            if (isSingle(f.type())) {
                fields.add(value(f.type(), Term.of("0")).code());
                continue;
            }
            below = below.divide(Domain.size(f.type()));
            Term digit = Term.of("code");
            if (!below.equals(BigInteger.ONE)) {
                digit = Term.binary("/", Term.Level.MULTIPLICATIVE, digit, Term.of("$LL", below));
            }
            if (!first) {
                digit = Term.binary("%", Term.Level.MULTIPLICATIVE, digit, size(f.type()));
            }
            fields.add(value(f.type(), digit).code());
            first = false;
        }
        return CodeBlock.of("new $T($L)", types.of(type), CodeBlock.join(fields, ", "));
    }

    /** The value at a position. */
    private Term value(Type type, Term index) {
        return switch (type) {
            case Type.Range t ->
                isSingle(t) ? Term.of("$L", t.low()) : toInt(t.low() == 0 ? index : plus(index, t.low(), false));
            case Type.Index t -> isSingle(t) ? Term.of("0") : toInt(index);
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

    private static Term toInt(Term number) {
        return new Term(CodeBlock.of("(int) $L", number.at(Term.Level.UNARY)), Term.Level.UNARY, false);
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
