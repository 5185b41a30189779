package dev.baton.graph.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.baton.graph.Graphs;
import dev.baton.graph.StateGraph;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

final class DrawTest {
    private static final StateGraph HOSTILE = Graphs.named(Graphs.HOSTILE);

    @Test
    void everyNodeAndEdgeIsDrawn() throws Exception {
        Document svg = parsed(SvgText.of(Graphs.named("K.go"), () -> false));
        assertThat(classes(svg))
                .containsExactlyInAnyOrder("edge", "edge bad", "edge", "node initial", "node bad deadlock");
        assertThat(svg.getElementsByTagName("path").getLength()).isEqualTo(3 + 2);
    }

    @Test
    void nothingIsOutsideTheDrawingOrOnTopOfAnother() {
        Drawing drawing = GraphLayout.of(Graphs.named("K.go"), () -> false);
        Drawing.Box a = drawing.boxes().getFirst();
        Drawing.Box b = drawing.boxes().getLast();
        assertThat(a.corner().y() + a.height()).isLessThan(b.corner().y());
        assertThat(b.corner().y() + b.height()).isLessThan(drawing.height());
        assertThat(drawing.lines())
                .allSatisfy(line -> assertThat(line.points())
                        .hasSizeGreaterThan(1)
                        .allSatisfy(p -> assertThat(p.x()).isBetween(0.0, drawing.width())));
    }

    @Test
    void theSameGraphIsTheSameDrawing() {
        assertThat(HtmlText.of(HOSTILE, () -> false)).isEqualTo(HtmlText.of(HOSTILE, () -> false));
    }

    @Test
    void hostileNamesAreTextInSvg() throws Exception {
        Document svg = parsed(SvgText.of(HOSTILE, () -> false));
        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(svg.getElementsByTagName("img").getLength()).isZero();
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo(Graphs.HOSTILE);
    }

    /** As an HTML parser does: a script ends at the first end tag, and nothing else in it counts. */
    @Test
    void hostileNamesAreTextInHtml() throws Exception {
        String html = HtmlText.of(HOSTILE, () -> false);
        Matcher script = Pattern.compile("(?s)<script([^>]*)>(.*?)</script").matcher(html);
        List<String> scripts = new ArrayList<>();
        while (script.find()) {
            scripts.add(script.group(2));
        }
        assertThat(scripts).hasSize(2);
        assertThat(scripts.getLast()).startsWith("\n\"use strict\"");
        JsonNode data = new JsonMapper().readTree(scripts.getFirst());
        assertThat(data.at("/nodes/0/whole/0/1").asText()).isEqualTo(Graphs.HOSTILE);
        assertThat(html).doesNotContain("<img").doesNotContain("@@").contains("default-src 'none'");
    }

    /** More states one behind the other than an ordinary stack has room for. */
    @Test
    void aLongPathIsDrawn() {
        Drawing drawing = GraphLayout.of(Graphs.path(9_000), () -> false);
        assertThat(drawing.boxes()).hasSize(9_000);
        assertThat(drawing.boxes().getLast().corner().y())
                .isGreaterThan(drawing.boxes().getFirst().corner().y());
    }

    @Test
    void aLayoutCanBeCancelled() {
        assertThatThrownBy(() -> SvgText.of(HOSTILE, () -> true)).isInstanceOf(LayoutCancelled.class);
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> classes(Document svg) {
        NodeList groups = svg.getElementsByTagName("g");
        List<String> classes = new ArrayList<>();
        for (int i = 0; i < groups.getLength(); i++) {
            String name = ((Element) groups.item(i)).getAttribute("class");
            if (!name.isEmpty()) {
                classes.add(name);
            }
        }
        return classes;
    }
}
