package dev.baton.view.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The documents that pages were sent last, so that they need only be told what is new. */
final class Documents {
    /** So many are kept, besides those that were there at first. */
    private static final int KEPT = 8;

    private final Map<Integer, ObjectNode> first = new LinkedHashMap<>();
    private final Map<Integer, ObjectNode> last = new LinkedHashMap<>();
    private int numbers;

    Documents(List<ObjectNode> first) {
        first.forEach(document -> this.first.put(numbers++, document));
    }

    /** Those that were there at first, by number. */
    Map<Integer, ObjectNode> first() {
        return first;
    }

    /** Keeps one, and perhaps forgets another. */
    synchronized int keep(ObjectNode document) {
        last.put(numbers, document);
        if (last.size() > KEPT) {
            last.remove(last.keySet().iterator().next());
        }
        return numbers++;
    }

    /** Empty if it has been forgotten. */
    synchronized Optional<ObjectNode> get(int number) {
        return Optional.ofNullable(first.getOrDefault(number, last.get(number)));
    }

    /** The identifiers of a document's first steps, of all if it has no more. */
    static List<String> path(ObjectNode document, int steps) {
        List<String> path = new ArrayList<>();
        for (int i = 0; i < Math.min(steps, document.path("steps").size()); i++) {
            path.add(document.path("steps").path(i).path("id").asText());
        }
        return path;
    }
}
