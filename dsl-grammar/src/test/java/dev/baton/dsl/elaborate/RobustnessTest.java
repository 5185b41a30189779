package dev.baton.dsl.elaborate;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever is done to a text, it is answered with diagnostics, never with an exception. */
final class RobustnessTest {
    private static final int TEXTS = 400;
    private static final Pattern TOKEN =
            Pattern.compile("//[^\\n]*|[A-Za-z_][A-Za-z0-9_]*|[0-9]+|\\.\\.|==|!=|<=|>=|=>|<->|->|\\+=|-=|\\S");

    @Test
    void nothingIsThrown() {
        List<Path> files = new ArrayList<>(Inputs.library());
        files.addAll(Inputs.in(Inputs.RESOURCES.resolve("elaborated")));
        files.addAll(Inputs.in(Inputs.RESOURCES.resolve("errors")));
        Random random = new Random(20260101);
        for (int i = 0; i < TEXTS; i++) {
            Path file = files.get(random.nextInt(files.size()));
            String text = changed(changed(Inputs.read(file), random), random);
            assertThatCode(() -> Inputs.rendered(Inputs.diagnostics(file, "changed.baton", text)))
                    .as(text)
                    .doesNotThrowAnyException();
        }
    }

    /** A token left out, doubled, or put in the place of another one of its kind. */
    private static String changed(String text, Random random) {
        List<int[]> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            if (!matcher.group().startsWith("//")) {
                tokens.add(new int[] {matcher.start(), matcher.end()});
            }
        }
        if (tokens.isEmpty()) {
            return text;
        }
        int[] at = tokens.get(random.nextInt(tokens.size()));
        int[] other = tokens.get(random.nextInt(tokens.size()));
        String token = text.substring(at[0], at[1]);
        String instead = text.substring(other[0], other[1]);
        boolean alike = Character.isLetter(token.charAt(0)) == Character.isLetter(instead.charAt(0));
        return text.substring(0, at[0])
                + switch (random.nextInt(5)) {
                    case 0 -> "";
                    case 1 -> token + " " + token;
                    default -> alike ? instead : token;
                }
                + text.substring(at[1]);
    }
}
