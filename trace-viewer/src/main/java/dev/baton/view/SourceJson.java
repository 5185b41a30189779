package dev.baton.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.baton.model.source.SourceFile;
import dev.baton.model.source.Span;
import dev.baton.trace.Reason;
import java.io.IOException;
import java.util.List;

/** Writes places in the texts of a document, which are numbered, and the reasons that stand there. */
record SourceJson(JsonGenerator out, List<SourceFile> files) {

    /** Where something stands from the first character to the last; {@code null} if that is in none of the texts. */
    void place(String name, Span span) throws IOException {
        out.writeFieldName(name);
        if (!known(span)) {
            out.writeNull();
            return;
        }
        out.writeStartObject();
        out.writeNumberField("file", files.indexOf(span.file()));
        out.writeNumberField("line", span.line());
        out.writeNumberField("column", span.column());
        out.writeNumberField("endLine", span.file().line(span.end()));
        out.writeNumberField("endColumn", span.file().column(span.end()));
        out.writeEndObject();
    }

    private boolean known(Span span) {
        return span.known() && files.contains(span.file());
    }

    void reason(Reason reason) throws IOException {
        out.writeStartObject();
        out.writeStringField("text", reason.text());
        out.writeStringField("value", reason.value());
        out.writeArrayFieldStart("because");
        for (Reason part : reason.because()) {
            reason(part);
        }
        out.writeEndArray();
        out.writeFieldName("source");
        if (known(reason.span())) {
            out.writeStartObject();
            out.writeNumberField("file", files.indexOf(reason.span().file()));
            out.writeNumberField("line", reason.span().line());
            out.writeEndObject();
        } else {
            out.writeNull();
        }
        out.writeEndObject();
    }
}
