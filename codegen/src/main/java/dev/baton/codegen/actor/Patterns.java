package dev.baton.codegen.actor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.baton.codegen.expr.Literals;
import dev.baton.codegen.expr.Term;
import dev.baton.codegen.names.Identifiers;
import dev.baton.codegen.type.JavaTypes;
import dev.baton.model.protocol.Pattern;
import dev.baton.model.protocol.Statements;
import dev.baton.model.type.Type;
import java.util.Optional;

/** Patterns to conditions, and the locals that they bind. */
record Patterns(Unit unit) {

    /** Whether a value, which may be asked for twice, matches; empty if every value does. */
    Optional<CodeBlock> condition(Pattern pattern, Type type, Term value) {
        return switch (pattern) {
            case Pattern.Some p -> Optional.of(CodeBlock.of("$L.isPresent()", value.receiver()));
            case Pattern.None p -> Optional.of(CodeBlock.of("$L.isEmpty()", value.receiver()));
            case Pattern.Variant p ->
                type instanceof Type.Union
                        ? Optional.of(CodeBlock.of("$L instanceof $T", value.at(Term.Level.RELATIONAL), variant(p)))
                        : Optional.empty();
            case Pattern.Constant p -> Optional.of(equal(p, type, value));
            case Pattern.Anything p -> Optional.empty();
        };
    }

    /** The opposite of {@link #condition}. */
    Optional<CodeBlock> mismatch(Pattern pattern, Type type, Term value) {
        return switch (pattern) {
            case Pattern.Some p -> Optional.of(CodeBlock.of("$L.isEmpty()", value.receiver()));
            case Pattern.None p -> Optional.of(CodeBlock.of("$L.isPresent()", value.receiver()));
            case Pattern.Variant p -> condition(pattern, type, value).map(is -> CodeBlock.of("!($L)", is));
            case Pattern.Constant p -> Optional.of(unequal(p, type, value));
            case Pattern.Anything p -> Optional.empty();
        };
    }

    private CodeBlock equal(Pattern.Constant p, Type type, Term value) {
        if (type instanceof Type.Bool) {
            return p.value().asBool() ? value.code() : value.not().code();
        }
        Term constant = new Literals(unit.naming()).of(p.value(), type);
        return JavaTypes.isIdentical(type)
                ? Term.binary("==", Term.Level.EQUALITY, value, constant).code()
                : CodeBlock.of("$L.equals($L)", value.receiver(), constant.code());
    }

    private CodeBlock unequal(Pattern.Constant p, Type type, Term value) {
        if (type instanceof Type.Bool) {
            return p.value().asBool() ? value.not().code() : value.code();
        }
        Term constant = new Literals(unit.naming()).of(p.value(), type);
        return JavaTypes.isIdentical(type)
                ? Term.binary("!=", Term.Level.EQUALITY, value, constant).code()
                : CodeBlock.of("!$L.equals($L)", value.receiver(), constant.code());
    }

    private TypeName variant(Pattern.Variant p) {
        return unit.naming().names().type(p.variant().name());
    }

    /** Whether anything that the pattern binds is read. */
    boolean binds(Pattern pattern) {
        return Statements.binders(pattern).stream().anyMatch(b -> unit.read().contains(b.name()));
    }

    /** Declares what the pattern binds in a value that matches it, and may be asked for more than once. */
    CodeBlock bindings(Pattern pattern, Type type, Term value) {
        return switch (pattern) {
            case Pattern.Some p ->
                p.binder()
                        .map(b -> declared(b, CodeBlock.of("$L.get()", value.receiver())))
                        .orElse(CodeBlock.of(""));
            case Pattern.None p -> CodeBlock.of("");
            case Pattern.Constant p -> CodeBlock.of("");
            case Pattern.Anything p ->
                p.binder().map(b -> declared(b, value.code())).orElse(CodeBlock.of(""));
            case Pattern.Variant p -> {
                CodeBlock struct = type instanceof Type.Union
                        ? CodeBlock.of("($T) $L", variant(p), value.at(Term.Level.UNARY))
                        : value.code();
                yield fields(p, struct, type instanceof Type.Union);
            }
        };
    }

    private CodeBlock fields(Pattern.Variant p, CodeBlock struct, boolean cast) {
        CodeBlock.Builder out = CodeBlock.builder();
        long used = p.fields().stream()
                .filter(f -> unit.read().contains(f.binder().name()))
                .count();
        boolean whole = p.whole().filter(b -> unit.read().contains(b.name())).isPresent();
        CodeBlock receiver = cast ? CodeBlock.of("($L)", struct) : struct;
        if (whole) {
            out.add(declared(p.whole().orElseThrow(), struct));
            receiver = unit.locals().get(p.whole().orElseThrow().name()).code();
        } else if (used > 1) {
            String name = unit.fresh(Identifiers.camel(p.variant().name()));
            out.add("$T $N = $L;\n", variant(p), name, struct);
            receiver = CodeBlock.of("$N", name);
        }
        for (Pattern.FieldBinding f : p.fields()) {
            out.add(declared(
                    f.binder(),
                    CodeBlock.of("$L.$N()", receiver, unit.naming().types().field(p.variant(), f.field()))));
        }
        return out.build();
    }

    /** The locals of a variant whose value has a name of its class already. */
    CodeBlock ofVariant(Pattern.Variant p, String name) {
        return fields(p, CodeBlock.of("$N", name), false);
    }

    private CodeBlock declared(Pattern.Binding b, CodeBlock value) {
        return unit.declare(b.name(), b.type(), value);
    }
}
