package dev.baton.cli;

import dev.baton.model.source.Spelling;
import dev.baton.trace.format.TraceFormat;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What may be typed after {@code --format}. */
final class TraceFormats implements ITypeConverter<TraceFormat> {
    static final String ALL = "text, json, itf, markdown, mermaid, dot, svg, shiviz";

    @Override
    public TraceFormat convert(String text) {
        List<String> words =
                Arrays.stream(TraceFormat.values()).map(TraceFormat::word).toList();
        return TraceFormat.called(text.strip())
                .orElseThrow(() -> new TypeConversionException("there is no format `" + text + "`"
                        + Spelling.nearest(text, words)
                                .map(near -> "; did you mean `" + near + "`?")
                                .orElse("; there is " + ALL)));
    }
}
