package dev.baton.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A parameter and its value, as on the command line: {@code RMS=3}. */
record Setting(String parameter, int value) {
    private static final Pattern FORM = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)=(-?[0-9]+)");

    /** By name; of one that is set twice, the last value. */
    static Map<String, Integer> map(List<Setting> settings) {
        Map<String, Integer> map = new LinkedHashMap<>();
        settings.forEach(setting -> map.put(setting.parameter(), setting.value()));
        return map;
    }

    /** Reads one. */
    static final class Converter implements ITypeConverter<Setting> {
        @Override
        public Setting convert(String text) {
            Matcher form = FORM.matcher(text.strip());
            if (!form.matches()) {
                throw new TypeConversionException("`" + text + "` is not a parameter and an integer, such as N=3");
            }
            try {
                return new Setting(form.group(1), Integer.parseInt(form.group(2)));
            } catch (NumberFormatException tooLarge) {
                throw new TypeConversionException("`" + text + "` is beyond the 32-bit integers");
            }
        }
    }
}
