package dev.baton.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.source.SourceFile;
import dev.baton.model.system.Action;
import dev.baton.trace.ActionWords;
import dev.baton.trace.why.WhyNot;
import java.io.IOException;
import java.util.List;

/** The answers of {@code /api}: see {@code docs/viewer.md}. */
public final class ExplorationJson {
    private ExplorationJson() {}

    /** {@code /api/view}. */
    public static String views(List<View> views, boolean explore) {
        return ViewJson.text(out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("views");
            for (View view : views) {
                ViewJson.write(view, out);
            }
            out.writeEndArray();
            out.writeBooleanField("explore", explore);
            out.writeEndObject();
        });
    }

    /**
     * {@code /api/explore}.
     *
     * @throws NoSuchStepException if a step of the path can't be taken
     */
    public static String behaviour(Exploration exploration, List<String> path) throws NoSuchStepException {
        Trace trace = exploration.follow(path);
        View view = exploration.view(trace);
        List<Choice> choices = exploration.choices(trace);
        return ViewJson.text(out -> {
            out.writeStartObject();
            out.writeFieldName("view");
            ViewJson.write(view, out);
            out.writeArrayFieldStart("choices");
            for (Choice choice : choices) {
                choice(choice, view.sources(), out);
            }
            out.writeEndArray();
            out.writeNumberField("initials", 1);
            out.writeStringField("command", exploration.command(path));
            actions(exploration, out);
            out.writeEndObject();
        });
    }

    private static void choice(Choice choice, List<SourceFile> sources, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", choice.id());
        out.writeStringField("who", choice.who());
        out.writeStringField("what", choice.what());
        out.writeNumberField("lane", choice.lane());
        out.writeStringField("kind", choice.kind());
        out.writeFieldName("source");
        ViewJson.source(choice.source(), sources.indexOf(choice.source().file()), out);
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
            out.writeStartObject();
            out.writeArrayFieldStart("reasons");
            for (WhyNot instance : instances) {
                out.writeStartObject();
                out.writeStringField("id", instance.id());
                out.writeFieldName("tree");
                ViewJson.reason(instance.tree(), out);
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
