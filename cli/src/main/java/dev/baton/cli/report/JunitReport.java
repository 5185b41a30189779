package dev.baton.cli.report;

import dev.baton.cli.check.Outcome;
import dev.baton.cli.check.PropertyOutcome;
import dev.baton.trace.TraceStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A run as the XML that CI servers read as JUnit's: a suite a check and engine, a case a property. What did not come
 * out as expected is a failure, with its trace; what is undecided is an error.
 */
public final class JunitReport {
    private JunitReport() {}

    public static String text(List<Outcome> outcomes) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<testsuites name=\"baton\"").append(totals(outcomes)).append(">\n");
        outcomes.forEach(o -> suite(o, xml));
        return xml.append("</testsuites>\n").toString();
    }

    private static String totals(List<Outcome> outcomes) {
        List<PropertyOutcome> all =
                outcomes.stream().flatMap(o -> o.properties().stream()).toList();
        return attribute("tests", Integer.toString(all.size()))
                + attribute(
                        "failures",
                        count(all.stream().filter(JunitReport::failed).count()))
                + attribute(
                        "errors", count(all.stream().filter(p -> !p.decided()).count()))
                + attribute("skipped", "0")
                + attribute(
                        "time",
                        seconds(outcomes.stream().mapToDouble(Outcome::seconds).sum()));
    }

    private static void suite(Outcome outcome, StringBuilder xml) {
        String name = outcome.check().file() + " " + outcome.check().name() + " (" + outcome.engine() + ")";
        xml.append("  <testsuite").append(attribute("name", name));
        xml.append(totals(List.of(outcome))).append(">\n");
        xml.append("    <properties>\n");
        outcome.check()
                .system()
                .parameters()
                .forEach(p -> xml.append("      <property")
                        .append(attribute("name", p.name()))
                        .append(attribute("value", Integer.toString(p.value())))
                        .append("/>\n"));
        outcome.result()
                .distinct()
                .ifPresent(n -> xml.append("      <property")
                        .append(attribute("name", "distinctStates"))
                        .append(attribute("value", Long.toString(n)))
                        .append("/>\n"));
        xml.append("    </properties>\n");
        boolean first = true;
        for (PropertyOutcome property : outcome.properties()) {
            // One search decides them all: the first case carries its time, so that a sum over cases is right.
            testCase(outcome, property, first ? outcome.seconds() : 0, xml);
            first = false;
        }
        xml.append("  </testsuite>\n");
    }

    private static void testCase(Outcome outcome, PropertyOutcome property, double time, StringBuilder xml) {
        xml.append("    <testcase")
                .append(attribute("name", property.name()))
                .append(attribute("classname", className(outcome)))
                .append(attribute("time", seconds(time)));
        Optional<String> trace = TraceTexts.text(outcome.check().system(), property, TraceStyle.PLAIN);
        if (!property.decided()) {
            element("error", "undecided: " + property.guarantee(), property.guarantee(), xml.append(">\n"));
        } else if (failed(property)) {
            String expected = property.expectViolated() ? "violated" : "to hold";
            String message = property.name() + " " + verb(property) + "; it was expected " + expected;
            element("failure", message, trace.orElse(message), xml.append(">\n"));
        } else if (property.violated() && trace.isPresent()) {
            xml.append(">\n      <system-out>")
                    .append(escaped("Violated, as expected.\n\n" + trace.get()))
                    .append("</system-out>\n");
        } else {
            xml.append("/>\n");
            return;
        }
        xml.append("    </testcase>\n");
    }

    private static void element(String name, String message, String body, StringBuilder xml) {
        xml.append("      <")
                .append(name)
                .append(attribute("message", message))
                .append(attribute("type", name.equals("error") ? "undecided" : "unexpected"))
                .append(">")
                .append(escaped(body))
                .append("</")
                .append(name)
                .append(">\n");
    }

    private static String verb(PropertyOutcome property) {
        return property.violated() ? "is violated" : "holds";
    }

    private static boolean failed(PropertyOutcome property) {
        return property.decided() && !property.asExpected();
    }

    /** CI servers group by what stands before the last full stop. */
    private static String className(Outcome outcome) {
        String file = outcome.check().file();
        String bare = file.endsWith(".baton") ? file.substring(0, file.length() - ".baton".length()) : file;
        String path = bare.replace('\\', '/').replaceAll("^[./]+", "").replace('/', '.');
        return path + "." + outcome.check().name() + "." + outcome.engine();
    }

    private static String count(long n) {
        return Long.toString(n);
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }

    private static String attribute(String name, String value) {
        return " " + name + "=\"" + escaped(value).replace("\n", "&#10;").replace("\t", "&#9;") + "\"";
    }

    /** XML 1.0 has no place at all for most control characters and for lone surrogates. */
    static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean allowed = c == '\n'
                    || c == '\t'
                    || (c >= 0x20 && c <= 0xD7FF)
                    || (c >= 0xE000 && c <= 0xFFFD)
                    || c >= 0x10000;
            if (!allowed) {
                out.append('\uFFFD');
                return;
            }
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
