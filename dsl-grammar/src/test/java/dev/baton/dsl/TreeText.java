package dev.baton.dsl;

import dev.baton.dsl.syntax.Name;
import dev.baton.model.source.SourceFile;
import dev.baton.model.source.Span;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A syntax tree as text, without spans: {@code Assign(Ref(x), SET, Int(3))}. */
public final class TreeText {
    private TreeText() {}

    public static String of(Object node) {
        return switch (node) {
            case Name name -> name.text();
            case Optional<?> optional -> optional.map(TreeText::of).orElse("-");
            case List<?> list -> list.stream().map(TreeText::of).collect(Collectors.joining(", ", "[", "]"));
            case Record tree -> record(tree);
            default -> node.toString();
        };
    }

    private static String record(Record tree) {
        StringBuilder out = new StringBuilder();
        for (RecordComponent component : tree.getClass().getRecordComponents()) {
            if (component.getType() != Span.class && component.getType() != SourceFile.class) {
                out.append(out.isEmpty() ? "" : ", ").append(of(component(tree, component)));
            }
        }
        return tree.getClass().getSimpleName() + "(" + out + ")";
    }

    private static Object component(Record tree, RecordComponent component) {
        try {
            return component.getAccessor().invoke(tree);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
