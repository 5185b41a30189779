package dev.baton.checker.explicit.program;

import dev.baton.checker.explicit.ir.Node;
import java.util.List;

/**
 * Steps that are enough in some states: whatever others do there, these stay possible and lead to the same, whether
 * they are taken before or after.
 *
 * @param condition all must be true
 * @param instances enough if one of them is enabled
 */
public record Persistent(List<Node> condition, List<Instance> instances) {

    public Persistent {
        condition = List.copyOf(condition);
        instances = List.copyOf(instances);
    }
}
