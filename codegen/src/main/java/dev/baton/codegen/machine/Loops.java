package dev.baton.codegen.machine;

import com.palantir.javapoet.CodeBlock;
import dev.baton.codegen.expr.Expressions;
import dev.baton.model.type.Type;

/** Heads of loops through all values of a type. */
public record Loops(Expressions.Naming naming) {

    public CodeBlock head(Type type, String name) {
        return switch (type) {
            case Type.Range t ->
                CodeBlock.of(
                        "for (int $N = $L; $N <= $L; $N++)",
                        name,
                        naming.numbers().of(t.lo()),
                        name,
                        naming.numbers().of(t.hi()),
                        name);
            case Type.Index t ->
                CodeBlock.of(
                        "for (int $N = 0; $N < $L; $N++)",
                        name,
                        name,
                        naming.numbers().size(t),
                        name);
            case Type.Enumeration t ->
                each(type, name, CodeBlock.of("$T.values()", naming.names().type(t.name())));
            case Type.Bool t -> CodeBlock.of("for (boolean $L : new boolean[] {false, true})", name);
            case Type.Struct t -> values(type, name);
            case Type.Union t -> values(type, name);
            case Type.Option t -> values(type, name);
            case Type.SetOf t -> values(type, name);
            case Type.Seq t -> values(type, name);
            case Type.Bag t -> values(type, name);
            case Type.MapOf t -> values(type, name);
        };
    }

    private CodeBlock values(Type type, String name) {
        return each(
                type, name, CodeBlock.of("$L.values().toList()", naming.codes().of(type)));
    }

    private CodeBlock each(Type type, String name, CodeBlock values) {
        return CodeBlock.of("for ($T $L : $L)", naming.types().of(type), name, values);
    }
}
