package dev.baton.view;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.Action;
import dev.baton.trace.ActionWords;
import dev.baton.trace.why.WhyNot;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answers of {@code /api}: see {@code docs/viewer.md}. */
public final class ExplorationJson {
    private ExplorationJson() {}

    /** The document of a view, as {@link #opening} and {@link #behaviour} hand it out. */
    public static ObjectNode document(View view) {
        return ViewJson.tree(view);
    }

    /**
     * {@code /api/view}.
     *
     * @param documents the traces that are shown at first, by number
     * @param explorations what can be explored: of each trace, or one without a trace
     */
    public static String opening(Map<Integer, ObjectNode> documents, List<Exploration> explorations) {
        return ViewJson.text(out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("views");
            for (ObjectNode document : documents.values()) {
                out.writeTree(document);
            }
            out.writeEndArray();
            out.writeArrayFieldStart("documents");
            for (int number : documents.keySet()) {
                out.writeNumber(number);
            }
            out.writeEndArray();
            out.writeBooleanField("explore", true);
            out.writeArrayFieldStart("explorations");
            for (Exploration exploration : explorations) {
                out.writeStartObject();
                out.writeNumberField("initials", 1);
                out.writeStringField("command", exploration.command(List.of()));
                actions(exploration, out);
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    /**
     * {@code /api/explore}: a behaviour, and what can be done next.
     *
     * @param number of the document
     * @param base the document that the page has; empty if it has none
     */
    public static String behaviour(
            Exploration exploration, Trace trace, int number, ObjectNode document, Optional<ObjectNode> base) {
        return ViewJson.text(out -> {
            out.writeStartObject();
            out.writeNumberField("document", number);
            out.writeFieldName(base.isPresent() ? "patch" : "view");
            out.writeTree(base.map(b -> ViewPatch.between(b, document)).orElse(document));
            choices(exploration, trace, out);
            out.writeEndObject();
        });
    }

    /** {@code /api/explore} where only what can be done next is asked. */
    public static String choices(Exploration exploration, Trace trace) {
        return ViewJson.text(out -> {
            out.writeStartObject();
            choices(exploration, trace, out);
            out.writeEndObject();
        });
    }

    private static void choices(Exploration exploration, Trace trace, JsonGenerator out) throws IOException {
        SourceJson sources = new SourceJson(out, exploration.sources());
        out.writeArrayFieldStart("choices");
        for (Choice choice : exploration.choices(trace)) {
            choice(choice, sources, out);
        }
        out.writeEndArray();
    }

    private static void choice(Choice choice, SourceJson sources, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", choice.id());
        out.writeStringField("who", choice.who());
        out.writeStringField("what", choice.what());
        out.writeNumberField("lane", choice.lane());
        out.writeStringField("kind", choice.kind());
        sources.place("source", choice.source());
        out.writeBooleanField("fault", choice.fault());
        out.writeEndObject();
    }

    private static void actions(Exploration exploration, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("actions");
        for (Action action : exploration.actions().values()) {
            ActionWords words = ActionWords.of(exploration.subject().system(), action);
            out.writeStartObject();
            out.writeStringField("id", action.name());
            out.writeStringField("label", words.what().isEmpty() ? words.who() : words.who() + ": " + words.what());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    /**
     * {@code /api/why-not}.
     *
     * @throws NoSuchStepException if a step of the path can't be taken, or there is no such action
     */
    public static String whyNot(Exploration exploration, List<String> path, String action) throws NoSuchStepException {
        List<WhyNot> instances = exploration.whyNot(exploration.follow(path), action);
        return ViewJson.text(out -> {
            SourceJson sources = new SourceJson(out, exploration.sources());
            out.writeStartObject();
            out.writeArrayFieldStart("reasons");
            for (WhyNot instance : instances) {
                out.writeStartObject();
                out.writeStringField("id", instance.id());
                out.writeFieldName("tree");
                sources.reason(instance.tree());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    /** {@code {"error": …}}. */
    public static String error(String message) {
        return ViewJson.text(out -> {
            out.writeStartObject();
            out.writeStringField("error", message);
            out.writeEndObject();
        });
    }
}
