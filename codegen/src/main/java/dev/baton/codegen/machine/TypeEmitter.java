package dev.baton.codegen.machine;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import dev.baton.codegen.Docs;
import dev.baton.codegen.expr.Expressions;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Enumerations, records and unions as Java types, and the codes of values. */
public final class TypeEmitter {
    private final Expressions.Naming naming;
    private final Map<String, Protocol.TypeText> texts;

    /** @param texts of the types that were declared, by name */
    public TypeEmitter(Expressions.Naming naming, Map<String, Protocol.TypeText> texts) {
        this.naming = naming;
        this.texts = Map.copyOf(texts);
    }

    /** The designer's words on a type, if it was declared, and where it stands. */
    private CodeBlock doc(String type, String otherwise) {
        Protocol.TypeText text = texts.get(type);
        return text == null
                ? CodeBlock.of("$L $L.\n", otherwise, type)
                : Docs.of(text.word() + " " + type, text.doc(), text.span());
    }

    /** What is said of a field or member, if anything. */
    private CodeBlock part(String type, String name, String before) {
        Protocol.TypeText text = texts.get(type);
        String doc = text == null ? null : text.parts().get(name);
        return doc == null ? CodeBlock.of("") : CodeBlock.of("$L\n", before + Docs.escape(doc));
    }

    public TypeSpec enumeration(Type.Enumeration type) {
        ClassName name = naming.names().type(type.name());
        TypeSpec.Builder out = TypeSpec.enumBuilder(name).addJavadoc(doc(type.name(), "enum"));
        for (int i = 0; i < type.members().size(); i++) {
            out.addEnumConstant(
                    naming.types().constant(type, i),
                    TypeSpec.anonymousClassBuilder("$S", type.members().get(i))
                            .addJavadoc(part(type.name(), type.members().get(i), ""))
                            .build());
        }
        return out.addField(String.class, "text", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(String.class, "text")
                        .addStatement("this.text = text")
                        .build())
                .addMethod(MethodSpec.methodBuilder("toString")
                        .addJavadoc("As the protocol calls it.\n")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(String.class)
                        .addStatement("return text")
                        .build())
                .build();
    }

    /** A record, which is a variant of these unions. */
    public TypeSpec struct(Type.Struct type, List<Type.Union> unions) {
        ClassName name = naming.names().type(type.name());
        MethodSpec.Builder header = MethodSpec.constructorBuilder();
        for (Type.Field f : type.fields()) {
            header.addParameter(ParameterSpec.builder(
                            naming.types().of(f.type()), naming.types().field(type, f.name()))
                    .build());
        }
        TypeSpec.Builder out = TypeSpec.recordBuilder(name)
                .addJavadoc(doc(type.name(), "record"))
                .recordConstructor(header.build());
        for (Type.Field f : type.fields()) {
            out.addJavadoc(
                    part(type.name(), f.name(), "@param " + naming.types().field(type, f.name()) + " "));
        }
        unions.stream().map(naming.names()::union).sorted().distinct().forEach(out::addSuperinterface);
        for (Type.Field f : type.fields()) {
            if (naming.types().changes(type, f)) {
                out.addMethod(with(type, f));
            }
        }
        return out.build();
    }

    private MethodSpec with(Type.Struct type, Type.Field changed) {
        List<CodeBlock> fields = new ArrayList<>();
        type.fields().forEach(f -> fields.add(CodeBlock.of("$N", naming.types().field(type, f.name()))));
        return MethodSpec.methodBuilder(naming.types().with(type, changed))
                .returns(naming.names().type(type.name()))
                .addParameter(naming.types().of(changed.type()), naming.types().field(type, changed.name()))
                .addStatement("return new $T($L)", naming.names().type(type.name()), CodeBlock.join(fields, ", "))
                .build();
    }

    /** A union as an interface; where all its variants are ones of a larger union, so is it. */
    public TypeSpec union(Type.Union union, List<Type.Union> all) {
        ClassName name = naming.names().union(union);
        TypeSpec.Builder out = TypeSpec.interfaceBuilder(name)
                .addModifiers(Modifier.SEALED)
                .addJavadoc(
                        "$L.\n",
                        union.variants().stream()
                                .map(Type.Struct::name)
                                .sorted()
                                .collect(Collectors.joining(" | ")));
        union.variants().stream()
                .sorted(Comparator.comparing(Type.Struct::name))
                .forEach(v -> {
                    out.addPermittedSubclass(naming.names().type(v.name()));
                });
        for (Type.Union other : all) {
            if (contains(other, union)) {
                out.addSuperinterface(naming.names().union(other));
            }
            if (contains(union, other)) {
                out.addPermittedSubclass(naming.names().union(other));
            }
        }
        return out.build();
    }

    private static boolean contains(Type.Union larger, Type.Union smaller) {
        Set<String> names = larger.variants().stream().map(Type.Struct::name).collect(Collectors.toSet());
        return larger.variants().size() > smaller.variants().size()
                && smaller.variants().stream().allMatch(v -> names.contains(v.name()));
    }

    /** The codes of values. */
    public TypeSpec codes() {
        TypeSpec.Builder out = TypeSpec.classBuilder(naming.names().codes())
                .addModifiers(Modifier.FINAL)
                .addJavadoc("Codes of values.\n")
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        naming.codes().constants().forEach(out::addField);
        naming.codes().methods().forEach(out::addMethod);
        return out.build();
    }
}
