package dev.baton.codegen.expr;

import com.palantir.javapoet.CodeBlock;
import dev.baton.codegen.names.RuntimeNames;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Values as Java. */
public record Literals(Expressions.Naming naming) {

    /** A value of a type. */
    public Term of(Value value, Type type) {
        return switch (value) {
            case Value.Bool v -> Term.of("$L", v.value());
            case Value.Int v ->
                v.value() < 0
                        ? new Term(CodeBlock.of("$L", v.value()), Term.Level.UNARY, false)
                        : Term.of("$L", v.value());
            case Value.EnumMember v ->
                Term.of(
                        "$T.$N",
                        naming.names().type(v.type().name()),
                        naming.types().constant(v.type(), v.ordinal()));
            case Value.Member v -> Term.of("$L", v.ordinal());
            case Value.Struct v -> struct(v);
            case Value.None v -> Term.of("$T.empty()", Optional.class);
            case Value.Some v ->
                Term.of(
                        "$T.of($L)",
                        Optional.class,
                        of(v.value(), element(type)).code());
            case Value.SetOf v -> elements(CodeBlock.of("$T.of", RuntimeNames.SETS), v.elements(), type);
            case Value.Seq v -> elements(CodeBlock.of("$T.of", List.class), v.elements(), type);
            case Value.Bag v -> elements(CodeBlock.of("$T.of", List.class), v.elements(), type);
            case Value.MapOf v -> map(v, (Type.MapOf) type);
        };
    }

    private Term struct(Value.Struct v) {
        Type.Struct struct = v.type();
        List<CodeBlock> fields = new ArrayList<>();
        for (int i = 0; i < v.fields().size(); i++) {
            fields.add(of(v.fields().get(i), struct.fields().get(i).type()).code());
        }
        return Term.of("new $T($L)", naming.names().type(struct.name()), CodeBlock.join(fields, ", "));
    }

    private Term elements(CodeBlock method, List<Value> values, Type type) {
        List<CodeBlock> all =
                values.stream().map(v -> of(v, element(type)).code()).toList();
        return Term.of("$L($L)", method, CodeBlock.join(all, ", "));
    }

    private Term map(Value.MapOf v, Type.MapOf type) {
        boolean same = v.values().stream().distinct().count() == 1;
        if (same) {
            return Term.of(
                    "$T.filled($L, $L)",
                    RuntimeNames.TABLE,
                    naming.codes().of(type.key()),
                    of(v.values().getFirst(), type.value()).code());
        }
        List<CodeBlock> all =
                v.values().stream().map(x -> of(x, type.value()).code()).toList();
        return Term.of(
                "$T.listed($L, $L)", RuntimeNames.TABLE, naming.codes().of(type.key()), CodeBlock.join(all, ", "));
    }

    private static Type element(Type type) {
        return switch (type) {
            case Type.Option t -> t.element();
            case Type.SetOf t -> t.element();
            case Type.Seq t -> t.element();
            case Type.Bag t -> t.element();
            case Type.MapOf t -> t.value();
            case Type.Bool t -> t;
            case Type.Range t -> t;
            case Type.Enumeration t -> t;
            case Type.Index t -> t;
            case Type.Struct t -> t;
            case Type.Union t -> t;
        };
    }
}
