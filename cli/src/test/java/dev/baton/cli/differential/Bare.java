package dev.baton.cli.differential;

import dev.baton.model.source.SourceFile;
import dev.baton.model.source.Span;
import dev.baton.model.system.Coverable;
import dev.baton.model.system.ErrorSite;
import dev.baton.model.system.Origin;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.type.Type;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;

/** A system as text, but for what tells where and in which words the designer wrote it. */
final class Bare {
    private final StringBuilder text = new StringBuilder();

    /** Its members are texts of the sites. */
    private final Optional<Type> error;

    private Bare(Optional<Type> error) {
        this.error = error;
    }

    static String text(TransitionSystem system) {
        Bare bare = new Bare(system.error().map(TransitionSystem.ErrorSites::type));
        bare.add(system);
        return bare.text.toString();
    }

    private void add(Object value) {
        switch (value) {
            case Span span -> text.append('@');
            case SourceFile file -> text.append('@');
            case Origin origin -> add(origin.kind());
            case Coverable coverable -> add(coverable.kind());
            case ErrorSite site -> add(site.kind());
            case Type.Enumeration type when error.equals(Optional.of(type)) -> text.append("Error");
            case Optional<?> optional -> add(optional.map(List::of).orElseGet(List::of));
            case List<?> list -> {
                text.append('[');
                list.forEach(this::add);
                text.append(']');
            }
            case Record node -> record(node);
            default -> text.append(value).append(' ');
        }
    }

    private void record(Record node) {
        text.append('\n').append(node.getClass().getSimpleName()).append('(');
        for (RecordComponent component : node.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                add(component.getAccessor().invoke(node));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        text.append(')');
    }
}
