package dev.baton.validate;

import dev.baton.model.source.Spelling;
import java.util.Collection;
import java.util.Optional;

/** Text of others as it can be shown. */
final class Texts {
    private static final int LONGEST = 80;

    private Texts() {}

    /** On one line, and not too long. */
    static String shown(String text) {
        String printable = text.replaceAll("[^ -~]", "?");
        return printable.length() <= LONGEST ? printable : printable.substring(0, LONGEST) + "…";
    }

    /** What might have been meant. */
    static Optional<String> meant(String name, Collection<String> known) {
        return Spelling.nearest(name, known)
                .map(near -> "did you mean `" + near + "`?")
                .or(() -> known.isEmpty() || known.size() > 20
                        ? Optional.empty()
                        : Optional.of("there is " + String.join(", ", known)));
    }
}
