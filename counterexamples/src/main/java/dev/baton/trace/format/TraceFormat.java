package dev.baton.trace.format;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What a trace can be written as. The same document gives the same text, byte for byte. */
public enum TraceFormat {
    /** For people, as {@code baton check} prints it. */
    TEXT("text", ".txt"),
    /** For programs: {@code docs/json.md}. */
    JSON("json", ".json"),
    /** The Informal Trace Format of Apalache and Quint; the one that Baton reads again. */
    ITF("itf", ".itf.json"),
    /** For a bug report: a table of the steps, a diagram, the text. */
    MARKDOWN("markdown", ".md"),
    /** A sequence diagram for Mermaid, which GitHub and GitLab draw. */
    MERMAID("mermaid", ".mmd"),
    /** A graph of the states for Graphviz. */
    DOT("dot", ".dot"),
    /** A space-time diagram: a lane for each kernel and core, time downwards. */
    SVG("svg", ".svg"),
    /** A log with vector clocks for ShiViz. */
    SHIVIZ("shiviz", ".shiviz");

    private final String word;
    private final String suffix;

    TraceFormat(String word, String suffix) {
        this.word = word;
        this.suffix = suffix;
    }

    /** As it is called on the command line. */
    public String word() {
        return word;
    }

    /** How the names of such files end. */
    public String suffix() {
        return suffix;
    }

    /** The format of a name. */
    public static Optional<TraceFormat> called(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word.equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** The format that a file's name says by its end. */
    public static Optional<TraceFormat> ofFile(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> lower.endsWith(format.suffix))
                .max(Comparator.comparingInt(format -> format.suffix.length()));
    }

    /** The whole file. */
    public String write(TraceDocument document) {
        return switch (this) {
            case TEXT -> PlainText.of(document);
            case JSON -> JsonText.of(document);
            case ITF -> ItfText.of(document);
            case MARKDOWN -> MarkdownText.of(document);
            case MERMAID -> MermaidText.of(document);
            case DOT -> DotText.of(document);
            case SVG -> SvgText.of(document);
            case SHIVIZ -> ShivizText.of(document);
        };
    }
}
