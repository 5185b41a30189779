package dev.baton.cli;

import dev.baton.cli.check.EngineChoice;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What may be typed after {@code --engine}. */
final class EngineNames implements ITypeConverter<EngineChoice> {
    @Override
    public EngineChoice convert(String text) {
        return Arrays.stream(EngineChoice.values())
                .filter(choice -> choice.toString().equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("there is no engine `" + text + "`; there is " + all()));
    }

    private static String all() {
        return Arrays.stream(EngineChoice.values()).map(EngineChoice::toString).collect(Collectors.joining(", "));
    }
}
