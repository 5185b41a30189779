package dev.baton.view.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A document all of whose texts mean harm, but for the words that its format is made of. */
final class Hostile {
    private static final Set<String> WORDS =
            Set.of("format", "kind", "role", "outcome", "interrupt", "lights", "baton");

    private Hostile() {}

    /** Puts a text before and behind each that is there. */
    static JsonNode texts(JsonNode document, String hostile) {
        return within("", document, hostile);
    }

    private static JsonNode within(String field, JsonNode node, String hostile) {
        if (WORDS.contains(field)) {
            return node;
        }
        if (node instanceof TextNode text) {
            return new TextNode(hostile + text.textValue() + hostile);
        }
        if (node instanceof ArrayNode array) {
            List<JsonNode> elements = new ArrayList<>();
            array.forEach(e -> elements.add(within(field, e, hostile)));
            return array.removeAll().addAll(elements);
        }
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> entry : List.copyOf(object.properties())) {
                object.set(entry.getKey(), within(entry.getKey(), entry.getValue(), hostile));
            }
        }
        return node;
    }
}
