package dev.baton.codegen.type;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.baton.codegen.names.Identifiers;
import dev.baton.codegen.names.NameScope;
import dev.baton.codegen.names.ProtocolNames;
import dev.baton.codegen.names.RuntimeNames;
import dev.baton.model.type.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What values of Baton's types are in Java. Members of index types are their numbers. */
public final class JavaTypes {
    private final ProtocolNames names;
    private final Map<String, List<String>> constants = new HashMap<>();
    private final Map<String, Map<String, String>> fields = new HashMap<>();

    public JavaTypes(ProtocolNames names) {
        this.names = names;
    }

    /** Whether values are {@code int}s. */
    public static boolean isInt(Type type) {
        return type instanceof Type.Range || type instanceof Type.Index;
    }

    /** Whether values are compared by {@code ==}: primitive ones and enumerations. */
    public static boolean isIdentical(Type type) {
        return isInt(type) || type instanceof Type.Bool || type instanceof Type.Enumeration;
    }

    /** The type of a variable, primitive where it can be. */
    public TypeName of(Type type) {
        if (isInt(type)) {
            return TypeName.INT;
        }
        return type instanceof Type.Bool ? TypeName.BOOLEAN : boxed(type);
    }

    /** The type as an argument of another. */
    public TypeName boxed(Type type) {
        return switch (type) {
            case Type.Bool t -> ClassName.get(Boolean.class);
            case Type.Range t -> ClassName.get(Integer.class);
            case Type.Index t -> ClassName.get(Integer.class);
            case Type.Enumeration t -> names.type(t.name());
            case Type.Struct t -> names.type(t.name());
            case Type.Union t -> isHolder(t) ? ClassName.get(Long.class) : names.union(t);
            case Type.Option t -> ParameterizedTypeName.get(ClassName.get(Optional.class), boxed(t.element()));
            case Type.SetOf t -> ParameterizedTypeName.get(ClassName.get(Set.class), boxed(t.element()));
            case Type.Seq t -> ParameterizedTypeName.get(ClassName.get(List.class), boxed(t.element()));
            case Type.Bag t -> ParameterizedTypeName.get(ClassName.get(List.class), boxed(t.element()));
            case Type.MapOf t -> ParameterizedTypeName.get(RuntimeNames.TABLE, boxed(t.key()), boxed(t.value()));
        };
    }

    /** A record's fields that are changed by {@code with}: it gets a method for each. */
    private final Map<String, Set<String>> changed = new TreeMap<>();

    /** Says that a record needs a method that changes a field. */
    private void needsWith(Type.Struct struct, Type.Field field) {
        changed.computeIfAbsent(struct.name(), s -> new TreeSet<>()).add(field.name());
    }

    /** Whether anything changes this field of a record. */
    public boolean changes(Type.Struct struct, Type.Field field) {
        return changed.getOrDefault(struct.name(), Set.of()).contains(field.name());
    }

    /** What a record's field is called. */
    public String field(Type.Struct type, String field) {
        return fields.computeIfAbsent(type.name(), n -> {
                    NameScope scope = new NameScope(Set.of(
                            "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait"));
                    Map<String, String> all = new HashMap<>();
                    type.fields().forEach(f -> all.put(f.name(), scope.take(Identifiers.camel(f.name()))));
                    return all;
                })
                .getOrDefault(field, field);
    }

    /** The method that gives a record with a field changed. */
    public String with(Type.Struct type, Type.Field field) {
        needsWith(type, field);
        return "with" + Identifiers.pascal(field(type, field.name()));
    }

    /** The constant of an enumeration's member. */
    public String constant(Type.Enumeration type, int member) {
        return constants
                .computeIfAbsent(type.name(), n -> {
                    NameScope scope = new NameScope(Set.of("CODE"));
                    return type.members().stream()
                            .map(m -> scope.take(Identifiers.constant(m)))
                            .toList();
                })
                .get(member);
    }

    /** Whether a union is that of the holders of resources, which has no name in the text. */
    public static boolean isHolder(Type.Union union) {
        return union.name().equals("holder of a resource");
    }
}
