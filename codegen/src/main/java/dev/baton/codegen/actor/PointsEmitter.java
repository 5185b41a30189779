package dev.baton.codegen.actor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.baton.codegen.names.RuntimeNames;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The {@code enum At} of an actor. */
record PointsEmitter(Points points) {
    private static final ClassName STRING = ClassName.get(String.class);
    private static final TypeName STRINGS = ParameterizedTypeName.get(ClassName.get(List.class), STRING);

    TypeSpec emit() {
        TypeSpec.Builder type =
                TypeSpec.enumBuilder("At").addSuperinterface(RuntimeNames.POINT).addJavadoc("Places before a step.\n");
        for (Points.Point p : points.all()) {
            List<CodeBlock> arguments = new ArrayList<>(
                    List.of(CodeBlock.of("$S", p.unit()), CodeBlock.of("$S", p.label()), CodeBlock.of("$L", p.line())));
            p.locals().forEach(told -> arguments.add(CodeBlock.of("$S", told.name())));
            type.addEnumConstant(
                    p.constant(),
                    TypeSpec.anonymousClassBuilder(CodeBlock.join(arguments, ", "))
                            .build());
        }
        type.addField(STRING, "unit", Modifier.PRIVATE, Modifier.FINAL)
                .addField(STRING, "label", Modifier.PRIVATE, Modifier.FINAL)
                .addField(TypeName.INT, "line", Modifier.PRIVATE, Modifier.FINAL)
                .addField(STRINGS, "locals", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(STRING, "unit")
                        .addParameter(STRING, "label")
                        .addParameter(TypeName.INT, "line")
                        .addParameter(ArrayTypeName.of(STRING), "locals")
                        .varargs()
                        .addStatement("this.unit = unit")
                        .addStatement("this.label = label")
                        .addStatement("this.line = line")
                        .addStatement("this.locals = $T.of(locals)", List.class)
                        .build())
                .addMethod(getter("unit", STRING))
                .addMethod(getter("label", STRING))
                .addMethod(getter("line", TypeName.INT))
                .addMethod(getter("locals", STRINGS));
        return type.build();
    }

    private static MethodSpec getter(String name, TypeName type) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(type)
                .addStatement("return $N", name)
                .build();
    }
}
