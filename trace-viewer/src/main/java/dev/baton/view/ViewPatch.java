package dev.baton.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * What makes one document of another: of each list how many entries are kept, which of those are others now, and which
 * come after them; all other fields that differ.
 */
final class ViewPatch {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ViewPatch() {}

    /** {@code {"lists": {"steps": {"keep": 3, "set": [[1, …]], "add": […]}, …}, "fields": {"title": …}}}. */
    static ObjectNode between(ObjectNode before, ObjectNode after) {
        ObjectNode lists = JSON.objectNode();
        ObjectNode fields = JSON.objectNode();
        for (Map.Entry<String, JsonNode> field : after.properties()) {
            JsonNode old = before.path(field.getKey());
            if (old.equals(field.getValue())) {
                continue;
            }
            if (old instanceof ArrayNode from && field.getValue() instanceof ArrayNode to) {
                lists.set(field.getKey(), list(from, to));
            } else {
                fields.set(field.getKey(), field.getValue());
            }
        }
        ObjectNode patch = JSON.objectNode();
        patch.set("lists", lists);
        patch.set("fields", fields);
        return patch;
    }

    private static ObjectNode list(ArrayNode from, ArrayNode to) {
        int keep = Math.min(from.size(), to.size());
        ObjectNode list = JSON.objectNode();
        list.put("keep", keep);
        ArrayNode set = list.putArray("set");
        for (int i = 0; i < keep; i++) {
            if (!from.get(i).equals(to.get(i))) {
                set.addArray().add(i).add(to.get(i));
            }
        }
        ArrayNode add = list.putArray("add");
        for (int i = keep; i < to.size(); i++) {
            add.add(to.get(i));
        }
        return list;
    }
}
