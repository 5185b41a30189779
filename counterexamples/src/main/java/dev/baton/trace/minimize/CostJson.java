package dev.baton.trace.minimize;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a trace costs, for programs. */
public final class CostJson {
    private CostJson() {}

    public static ObjectNode of(Cost cost) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("steps", cost.steps());
        json.put("faults", cost.faults());
        json.put("switches", cost.switches());
        return json;
    }
}
