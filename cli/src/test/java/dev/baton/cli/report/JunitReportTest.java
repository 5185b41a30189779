package dev.baton.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.cli.check.Outcome;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The shape that CI servers read: Jenkins' and Surefire's schema in what they have in common. */
final class JunitReportTest {

    @Test
    void aSuiteACheckAndEngineACaseAProperty() throws Exception {
        Outcome outcome = Outcomes.outcome(
                Outcomes.check("specs/counter.baton"),
                "tlc",
                4,
                Outcomes.violated(3),
                Outcomes.holds(),
                Outcomes.unknown("timeout after 1 s"));
        Element root = parse(JunitReport.text(List.of(outcome))).getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("testsuites");
        assertThat(attributes(root, "tests", "failures", "errors")).containsExactly("3", "1", "1");

        Element suite = elements(root, "testsuite").getFirst();
        assertThat(attributes(suite, "name", "tests", "failures", "errors", "time"))
                .containsExactly("specs/counter.baton small (tlc)", "3", "1", "1", "0.020");

        List<Element> cases = elements(suite, "testcase");
        assertThat(cases)
                .extracting(c -> c.getAttribute("name"))
                .containsExactly("Small", "<Odd> & \"named\"", "Reached");
        assertThat(cases).extracting(c -> c.getAttribute("classname")).containsOnly("specs.counter.small.tlc");
        Element failure = elements(cases.getFirst(), "failure").getFirst();
        assertThat(failure.getAttribute("message")).isEqualTo("Small is violated; it was expected to hold");
        assertThat(failure.getTextContent()).contains("n: 2 → 3");
        assertThat(elements(cases.getLast(), "error").getFirst().getAttribute("message"))
                .isEqualTo("undecided: timeout after 1 s");
    }

    @Test
    void anExpectedViolationPassesAndShowsItsTrace() throws Exception {
        Outcome outcome = Outcomes.outcome(Outcomes.check("counter.baton", "Small"), "tlc", 4, Outcomes.violated(3));
        Element root = parse(JunitReport.text(List.of(outcome))).getDocumentElement();
        assertThat(root.getAttribute("failures")).isEqualTo("0");
        assertThat(elements(root, "system-out").getFirst().getTextContent()).contains("n: 2 → 3");
    }

    @Test
    void whatXmlCanNotHoldIsReplaced() throws Exception {
        String hostile = "a\u0000b\u001b[31m<c>&\uD800\uFFFF]]>\ud83d\ude00";
        Document document =
                parse("<x y=\"" + JunitReport.escaped(hostile) + "\">" + JunitReport.escaped(hostile) + "</x>");
        assertThat(document.getDocumentElement().getTextContent())
                .isEqualTo("a\ufffdb\ufffd[31m<c>&\ufffd\ufffd]]>\ud83d\ude00");
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> elements(Element within, String name) {
        NodeList all = within.getElementsByTagName(name);
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> (Element) all.item(i))
                .toList();
    }

    private static List<String> attributes(Element element, String... names) {
        return List.of(names).stream().map(element::getAttribute).toList();
    }
}
