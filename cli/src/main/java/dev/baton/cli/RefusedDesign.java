package dev.baton.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A known-bad design, as on the command line: a check and the property that it shows to be violated.
 *
 * @param file empty if it is that of the code
 */
record RefusedDesign(String file, String check, String property) {

    /** With the file's name but not its folder: {@code single_slot.baton:two_senders:NoneTorn}. */
    String name() {
        String here = check + ":" + property;
        return file.isEmpty() ? here : file.substring(file.replace('\\', '/').lastIndexOf('/') + 1) + ":" + here;
    }

    private static RefusedDesign parse(String text, boolean withFile, String form) {
        int last = text.lastIndexOf(':');
        int before = withFile && last > 0 ? text.lastIndexOf(':', last - 1) : -1;
        String check = last < 0 ? "" : text.substring(before + 1, last);
        String property = text.substring(last + 1);
        String file = before < 0 ? "" : text.substring(0, before);
        if (check.isEmpty() || property.isEmpty() || check.contains(":") || withFile == file.isEmpty()) {
            throw new TypeConversionException("`" + text + "` is not " + form);
        }
        return new RefusedDesign(file, check, property);
    }

    /** Reads {@code CHECK:PROPERTY}. */
    static final class Here implements ITypeConverter<RefusedDesign> {
        @Override
        public RefusedDesign convert(String text) {
            return parse(text, false, "a check and a property, such as not_drained:NoneLost");
        }
    }

    /** Reads {@code FILE:CHECK:PROPERTY}. */
    static final class Elsewhere implements ITypeConverter<RefusedDesign> {
        @Override
        public RefusedDesign convert(String text) {
            return parse(text, true, "a file, a check and a property, such as bad.baton:small:NoneLost");
        }
    }
}
