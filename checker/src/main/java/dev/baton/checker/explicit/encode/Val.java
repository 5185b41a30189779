package dev.baton.checker.explicit.encode;

import dev.baton.checker.explicit.ir.Node;
import dev.baton.model.type.Type;
import java.util.List;

/** A value of which terms over the state are known. */
public sealed interface Val {

    Type type();

    /** An integer, or a truth value (0 or 1), or the number of a member: as it is, not as its bits. */
    record Scalar(Type type, Node node) implements Val {}

    /** A value of at most 64 bits that is no scalar, as its {@linkplain Encoding bits}. */
    record Packed(Type type, Node bits) implements Val {}

    /** A wider value: its parts; those of a set are its bits in chunks of 64. */
    record Parts(Type type, List<Val> parts) implements Val {
        public Parts {
            parts = List.copyOf(parts);
        }
    }
}
