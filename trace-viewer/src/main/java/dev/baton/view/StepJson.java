package dev.baton.view;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Writes the steps of a document, with what they change and send. */
final class StepJson {
    private final JsonGenerator out;
    private final SourceJson sources;
    private final Fields fields;

    StepJson(JsonGenerator out, SourceJson sources) {
        this.out = out;
        this.sources = sources;
        this.fields = new Fields(out);
    }

    void step(View.Step step) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", step.id());
        out.writeNumberField("lane", step.lane());
        fields.number("target", step.target());
        out.writeStringField("who", step.who());
        out.writeStringField("what", step.what());
        out.writeStringField("kind", step.kind());
        sources.place("source", step.source());
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
        fields.string("interrupt", step.interrupt().map(Fields::word));
        out.writeBooleanField("fault", step.fault());
        fields.string("error", step.error());
        out.writeEndObject();
    }

    private void arrow(View.Arrow arrow) throws IOException {
        out.writeStartObject();
        out.writeStringField("kind", arrow.kind());
        out.writeStringField("via", arrow.via());
        fields.number("from", arrow.from());
        fields.number("to", arrow.to());
        fields.string("payload", arrow.payload());
        out.writeStringField("outcome", Fields.word(arrow.outcome()));
        fields.number("end", arrow.end());
        out.writeEndObject();
    }
}
