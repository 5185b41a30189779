package dev.baton.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is written is what the front end's own examples are made of. */
final class ViewJsonTest {
    private static final Path EXAMPLES = Path.of(System.getProperty("baton.root", ".."), "trace-viewer", "web", "test");

    @Test
    void itHasTheFieldsOfTheFrontEndsExamples() throws IOException {
        Map<String, Set<String>> written = new TreeMap<>();
        collect("", json(Protocols.view(Protocols.singleSlot(), Protocols.OVERWRITTEN)), written);
        collect(
                "",
                json(Protocols.view(Protocols.mail(), List.of("write(b=Box(0))", "crash_Box(self=Box(1))"))),
                written);
        Map<String, Set<String>> examples = new TreeMap<>();
        for (String example : List.of("ipi.json", "faults.json", "buffers.json")) {
            collect("", new ObjectMapper().readTree(EXAMPLES.resolve(example).toFile()), examples);
        }
        assertThat(written.keySet())
                .contains("", ".steps", ".steps.arrows", ".steps.source", ".cells", ".lanes", ".why");
        written.forEach((place, fields) -> {
            Set<String> known = examples.getOrDefault(place, Set.of());
            assertThat(fields).as("fields at `%s`", place).containsAll(known);
        });
    }

    @Test
    void theSameTraceIsTheSameText() {
        assertThat(ViewJson.text(Protocols.view(Protocols.mail(), List.of("write(b=Box(0))"))))
                .isEqualTo(ViewJson.text(Protocols.view(Protocols.mail(), List.of("write(b=Box(0))"))));
    }

    @Test
    void numbersPointIntoTheDocument() throws IOException {
        JsonNode view = json(Protocols.view(Protocols.singleSlot(), Protocols.OVERWRITTEN));
        int states = view.path("steps").size() + 1;
        assertThat(view.path("lights")).hasSize(states);
        assertThat(view.path("first")).hasSameSizeAs(view.path("cells"));
        view.path("lights")
                .forEach(l -> assertThat(l.textValue())
                        .hasSize(view.path("properties").size()));
        view.path("steps").forEach(step -> {
            assertThat(step.path("lane").intValue())
                    .isBetween(0, view.path("lanes").size() - 1);
            step.path("changes").forEach(change -> {
                assertThat(change.path("cell").intValue())
                        .isLessThan(view.path("cells").size());
                assertThat(change.path("value").intValue())
                        .isLessThan(view.path("strings").size());
            });
        });
    }

    private static JsonNode json(View view) throws IOException {
        return new ObjectMapper().readTree(ViewJson.text(view));
    }

    /** For each place in a document the fields of the objects there; elements of arrays share a place. */
    private static void collect(String place, JsonNode node, Map<String, Set<String>> into) {
        if (node.isObject()) {
            node.properties().forEach(field -> {
                into.computeIfAbsent(place, _ -> new TreeSet<>()).add(field.getKey());
                boolean tree = field.getKey().equals("because");
                collect(tree ? place : place + "." + field.getKey(), field.getValue(), into);
            });
        } else if (node.isArray()) {
            node.forEach(element -> collect(place, element, into));
        }
    }
}
