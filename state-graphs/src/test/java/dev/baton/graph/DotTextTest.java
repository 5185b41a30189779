package dev.baton.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class DotTextTest {
    @Test
    void aGraphIsReadBackAsItIs() {
        DotReader read = DotReader.read(DotText.of(Graphs.named("K.go")));
        assertThat(read.statements.keySet())
                .containsExactly("label", "labelloc", "node", "edge", "n0", "n1", "n0 -> n0", "n0 -> n1", "n1 -> n0");
        assertThat(read.statements.get("n0"))
                .containsEntry("label", "\"0 · first state\nK.go: K.go\n")
                .containsEntry("style", "\"rounded,bold");
        assertThat(read.statements.get("n1"))
                .containsEntry("label", "\"1 · deadlock · violates K.go\nK.go: K.go\n")
                .containsEntry("peripheries", "2")
                .containsEntry("style", "\"rounded,filled");
        assertThat(read.statements.get("n0 -> n1"))
                .containsEntry("label", "\"K.go\nK.stop · violates K.go\n")
                .containsEntry("color", "\"#c00000");
    }

    @Test
    void hostileNamesStayText() {
        DotReader read = DotReader.read(DotText.of(Graphs.named(Graphs.HOSTILE)));
        Map<String, String> node = read.statements.getOrDefault("n0", Map.of());
        assertThat(node.get("label")).contains(Graphs.HOSTILE);
        assertThat(read.statements).hasSize(9);
    }

    @Test
    void aBackslashBeginsNoEscape() {
        assertThat(DotText.quoted("a\\lb\"\n\u0000")).isEqualTo("\"a\\\\lb\\\"\\l\uFFFD\"");
    }
}
