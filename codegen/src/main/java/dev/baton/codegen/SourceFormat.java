package dev.baton.codegen;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;

/** Java as the formatter of this project's own sources lays it out. */
public final class SourceFormat {
    private SourceFormat() {}

    /** @throws IllegalStateException if it is no Java: a mistake of the generator */
    public static String format(String path, String source) {
        try {
            return Formatter.createFormatter(JavaFormatterOptions.builder()
                            .style(JavaFormatterOptions.Style.PALANTIR)
                            .formatJavadoc(true)
                            .build())
                    .formatSourceAndFixImports(source);
        } catch (FormatterException e) {
            throw new IllegalStateException("generated " + path + " is no Java: " + e.getMessage() + "\n" + source, e);
        }
    }
}
