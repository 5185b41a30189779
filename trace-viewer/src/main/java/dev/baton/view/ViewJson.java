package dev.baton.view;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import dev.baton.model.source.SourceFile;
import dev.baton.model.source.Span;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Writes the document {@code baton-view}, version 1: see {@code docs/viewer.md}. */
public final class ViewJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JsonGenerator out;
    private final Fields fields;
    private final SourceJson sources;

    private ViewJson(JsonGenerator out, View view) {
        this.out = out;
        this.fields = new Fields(out);
        this.sources = new SourceJson(out, view.sources());
    }

    /** The document as a tree. */
    static ObjectNode tree(View view) {
        TokenBuffer buffer = new TokenBuffer(MAPPER, false);
        try (buffer) {
            write(view, buffer);
            return (ObjectNode) MAPPER.readTree(buffer.asParser());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        try (JsonGenerator out = MAPPER.createGenerator(text)) {
            writing.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static void write(View view, JsonGenerator out) throws IOException {
        new ViewJson(out, view).view(view);
    }

    private void view(View view) throws IOException {
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
        fields.numbers("first", view.first());
        out.writeNumberField("initial", 0);
        out.writeArrayFieldStart("steps");
        StepJson steps = new StepJson(out, sources);
        for (View.Step step : view.steps()) {
            steps.step(step);
        }
        out.writeEndArray();
        fields.number("loop", view.loop());
        properties(view.properties());
        out.writeArrayFieldStart("lights");
        for (String lights : view.lights()) {
            out.writeString(lights);
        }
        out.writeEndArray();
        out.writeFieldName("why");
        if (view.why().isPresent()) {
            sources.reason(view.why().get());
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
        fields.string("engine", check.engine());
        fields.string("guarantee", check.guarantee());
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
            out.writeStringField("kind", Fields.word(lane.kind()));
            fields.string("group", lane.group());
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
            fields.number("lane", cell.lane());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void commentary(View view) throws IOException {
        Commentary commentary = view.commentary();
        out.writeFieldName("slice");
        if (commentary.slice().isEmpty()) {
            out.writeNull();
        } else {
            Commentary.Slice slice = commentary.slice().get();
            out.writeStartObject();
            fields.numbers("steps", slice.steps());
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
}
