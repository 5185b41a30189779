package dev.baton.checker.explicit.encode;

import dev.baton.model.type.Type;
import java.util.Set;

/** Which values name members of index types. */
public final class MemberTypes {
    private MemberTypes() {}

    /** Whether values of a type may hold, or have entries for, members of one of some index types. */
    public static boolean mentions(Type type, Set<String> indexes) {
        return switch (type) {
            case Type.Bool _, Type.Range _, Type.Enumeration _ -> false;
            case Type.Index t -> indexes.contains(t.name());
            case Type.Option t -> mentions(t.element(), indexes);
            case Type.Struct t -> t.fields().stream().anyMatch(f -> mentions(f.type(), indexes));
            case Type.Union t -> t.variants().stream().anyMatch(v -> mentions(v, indexes));
            case Type.SetOf t -> mentions(t.element(), indexes);
            case Type.Seq t -> mentions(t.element(), indexes);
            case Type.Bag t -> mentions(t.element(), indexes);
            case Type.MapOf t -> mentions(t.key(), indexes) || mentions(t.value(), indexes);
        };
    }
}
