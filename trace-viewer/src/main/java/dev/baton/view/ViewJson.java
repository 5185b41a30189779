package dev.baton.view;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.baton.model.source.SourceFile;
import dev.baton.model.source.Span;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import dev.baton.trace.Reason;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Writes the document {@code baton-view}, version 1: see {@code docs/viewer.md}. */
public final class ViewJson {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator out;
    private final Map<SourceFile, Integer> sources = new LinkedHashMap<>();

    private ViewJson(JsonGenerator out) {
        this.out = out;
    }

    /** One line of text. */
    public static String text(View view) {
        return text(out -> write(view, out));
    }

    /** What writes JSON. */
    @FunctionalInterface
    interface Writing {
        void write(JsonGenerator out) throws IOException;
    }

    static String text(Writing writing) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            writing.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static void write(View view, JsonGenerator out) throws IOException {
        new ViewJson(out).view(view);
    }

    private void view(View view) throws IOException {
        for (SourceFile source : view.sources()) {
            sources.put(source, sources.size());
        }
        TransitionSystem system = view.subject().system();
        out.writeStartObject();
        out.writeStringField("format", "baton-view");
        out.writeNumberField("version", 1);
        out.writeStringField("baton", view.subject().baton());
        out.writeStringField("title", view.title());
        out.writeStringField("protocol", system.name());
        out.writeStringField("file", view.subject().file());
        check(view.subject());
        property(view.subject().property());
        out.writeArrayFieldStart("sources");
        for (SourceFile source : view.sources()) {
            out.writeStartObject();
            out.writeStringField("name", source.name());
            out.writeStringField("text", source.text());
            out.writeEndObject();
        }
        out.writeEndArray();
        lanes(view.lanes());
        cells(view.cells());
        out.writeArrayFieldStart("strings");
        for (String text : view.strings()) {
            out.writeString(text);
        }
        out.writeEndArray();
        numbers("first", view.first());
        out.writeNumberField("initial", 0);
        out.writeArrayFieldStart("steps");
        for (View.Step step : view.steps()) {
            step(step);
        }
        out.writeEndArray();
        number("loop", view.loop());
        properties(view.properties());
        out.writeArrayFieldStart("lights");
        for (String lights : view.lights()) {
            out.writeString(lights);
        }
        out.writeEndArray();
        out.writeFieldName("why");
        if (view.why().isPresent()) {
            reason(view.why().get(), out);
        } else {
            out.writeNull();
        }
        commentary(view);
        out.writeEndObject();
    }

    private void check(Subject subject) throws IOException {
        out.writeFieldName("check");
        if (subject.check().isEmpty()) {
            out.writeNull();
            return;
        }
        Subject.CheckFacts check = subject.check().get();
        out.writeStartObject();
        out.writeStringField("name", check.name());
        out.writeArrayFieldStart("parameters");
        for (TransitionSystem.Parameter parameter : subject.system().parameters()) {
            out.writeStartObject();
            out.writeStringField("name", parameter.name());
            out.writeStringField("value", Integer.toString(parameter.value()));
            out.writeEndObject();
        }
        out.writeEndArray();
        string("engine", check.engine());
        string("guarantee", check.guarantee());
        out.writeEndObject();
    }

    private void property(Optional<Property> property) throws IOException {
        out.writeFieldName("property");
        if (property.isEmpty()) {
            out.writeNull();
            return;
        }
        out.writeStartObject();
        named(property.get());
        String text = property.get().span().text().strip();
        out.writeStringField("text", text);
        out.writeEndObject();
    }

    private void named(Property property) throws IOException {
        Span span = property.span();
        out.writeStringField("name", property.name());
        out.writeStringField("kind", property.kind().word());
        out.writeStringField("file", span.known() ? span.file().name() : "");
        out.writeNumberField("line", span.known() ? span.line() : 0);
    }

    private void properties(List<Property> properties) throws IOException {
        out.writeArrayFieldStart("properties");
        for (Property property : properties) {
            out.writeStartObject();
            named(property);
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void lanes(List<View.Lane> lanes) throws IOException {
        out.writeArrayFieldStart("lanes");
        for (View.Lane lane : lanes) {
            out.writeStartObject();
            out.writeStringField("label", lane.label());
            out.writeStringField("kind", word(lane.kind()));
            string("group", lane.group());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void cells(List<View.Cell> cells) throws IOException {
        out.writeArrayFieldStart("cells");
        for (View.Cell cell : cells) {
            out.writeStartObject();
            out.writeStringField("name", cell.name());
            out.writeStringField("variable", cell.variable());
            out.writeStringField("role", cell.role());
            number("lane", cell.lane());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void step(View.Step step) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", step.id());
        out.writeNumberField("lane", step.lane());
        number("target", step.target());
        out.writeStringField("who", step.who());
        out.writeStringField("what", step.what());
        out.writeStringField("kind", step.kind());
        source(step.source());
        out.writeArrayFieldStart("changes");
        for (View.Change change : step.changes()) {
            out.writeStartObject();
            out.writeNumberField("cell", change.cell());
            out.writeNumberField("value", change.value());
            out.writeBooleanField("telling", change.telling());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeArrayFieldStart("arrows");
        for (View.Arrow arrow : step.arrows()) {
            arrow(arrow);
        }
        out.writeEndArray();
        string("interrupt", step.interrupt().map(ViewJson::word));
        out.writeBooleanField("fault", step.fault());
        string("error", step.error());
        out.writeEndObject();
    }

    private void source(Span span) throws IOException {
        Integer file = sources.get(span.file());
        out.writeFieldName("source");
        source(span, file == null ? -1 : file, out);
    }

    /** @param file its number, or below 0 */
    static void source(Span span, int file, JsonGenerator out) throws IOException {
        if (file < 0) {
            out.writeNull();
            return;
        }
        out.writeStartObject();
        out.writeNumberField("file", file);
        out.writeNumberField("line", span.line());
        out.writeNumberField("column", span.column());
        out.writeNumberField("endLine", span.file().line(span.end()));
        out.writeNumberField("endColumn", span.file().column(span.end()));
        out.writeEndObject();
    }

    private void arrow(View.Arrow arrow) throws IOException {
        out.writeStartObject();
        out.writeStringField("kind", arrow.kind());
        out.writeStringField("via", arrow.via());
        number("from", arrow.from());
        number("to", arrow.to());
        string("payload", arrow.payload());
        out.writeStringField("outcome", word(arrow.outcome()));
        number("end", arrow.end());
        out.writeEndObject();
    }

    private void commentary(View view) throws IOException {
        Commentary commentary = view.commentary();
        out.writeFieldName("slice");
        if (commentary.slice().isEmpty()) {
            out.writeNull();
        } else {
            Commentary.Slice slice = commentary.slice().get();
            out.writeStartObject();
            numbers("steps", slice.steps());
            out.writeArrayFieldStart("cells");
            for (int i = 0; i < view.cells().size(); i++) {
                if (slice.cells().contains(view.cells().get(i).name())) {
                    out.writeNumber(i);
                }
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        out.writeArrayFieldStart("story");
        for (String sentence : commentary.story()) {
            out.writeString(sentence);
        }
        out.writeEndArray();
    }

    static void reason(Reason reason, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("text", reason.text());
        out.writeStringField("value", reason.value());
        out.writeArrayFieldStart("because");
        for (Reason part : reason.because()) {
            reason(part, out);
        }
        out.writeEndArray();
        out.writeNullField("source");
        out.writeEndObject();
    }

    private void numbers(String name, List<Integer> numbers) throws IOException {
        out.writeArrayFieldStart(name);
        for (int number : numbers) {
            out.writeNumber(number);
        }
        out.writeEndArray();
    }

    private void number(String name, OptionalInt number) throws IOException {
        if (number.isPresent()) {
            out.writeNumberField(name, number.getAsInt());
        } else {
            out.writeNullField(name);
        }
    }

    private void string(String name, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            out.writeStringField(name, text.get());
        } else {
            out.writeNullField(name);
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
