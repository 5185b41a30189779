package dev.baton.dsl.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.dsl.Golden;
import dev.baton.dsl.syntax.SyntaxFile;
import dev.baton.model.source.Code;
import dev.baton.model.source.Diagnosed;
import dev.baton.model.source.Diagnostic;
import dev.baton.model.source.SourceFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in a file, parsing ends soon, with a tree or a diagnostic. */
final class RobustnessTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "const A = ‹(›10000 1 ‹)›10000",
                "const A = ‹[›10000 1 ‹]›10000",
                "const A = ‹{›10000 1 ‹}›10000",
                "proc p() { ‹loop { ›10000 ‹}›10000 }",
                "const A = ‹not ›100000 a",
                "const A = ‹- ›100000 a",
                "const A = ‹1 + ›100000 1",
                "const A = ‹a implies ›100000 a",
                "const A = a‹.b›100000",
                "const A = ‹if a then ›10000 b ‹ else c›10000",
                "const A = ‹forall x in S: ›10000 b",
                "liveness A: ‹forall x in S: ›10000 a leads to b",
                "proc p() { ‹if a { } else ›10000 { } }",
                "proc p() { ‹l: ›10000 skip }",
                "proc p() { a‹.b›100000 = 3 }"
            })
    void whatIsNestedTooDeepIsSaidSo(String text) {
        Diagnosed<SyntaxFile> parsed = parse("protocol P\n" + repeated(text));
        assertThat(parsed.diagnostics()).extracting(Diagnostic::code).containsExactly(Code.B0106);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "const A = ‹(›190 1 ‹)›190",
                "const A = ‹f(›190 1 ‹)›190",
                "const A = ‹[k in K: ›190 1 ‹]›190",
                "const A = ‹[k in ›150 K ‹: 1]›150",
                "proc p() { ‹loop { ›190 ‹}›190 }",
                "proc p() { ‹if some(x) = y { ›190 ‹}›190 }",
                "const A = ‹not ›400 a",
                "const A = ‹1 + ›400 1",
                "const A = ‹if a then ›300 b ‹ else c›300",
                "liveness A: ‹forall x in S: ›400 a leads to b",
                "param p: ‹(›190 A ‹ | 0..3)›190"
            })
    void whatIsNestedALittleIsFine(String text) {
        Diagnosed<SyntaxFile> parsed = parse("protocol P\n" + repeated(text));
        assertThat(parsed.diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "const A = ‹(›100000",
                "const A = ‹)›100000",
                "‹/*›100000",
                "‹\"›100001",
                "‹é ›100000",
                "param p: ‹?›100000",
                "param p: A‹?›100000",
                "‹invariant ›100000",
                "‹kernel K { ›150",
                "param p: ‹0..3 | ›50000 0..3",
                "kernel K { task t { ‹x = y ›20000 } }",
                "‹{ x in ›5000"
            })
    void nonsenseEndsSoon(String text) {
        parse("protocol P\n" + repeated(text));
    }

    @Test
    void atMostTwentyErrorsAreShown() {
        Diagnosed<SyntaxFile> parsed = parse("protocol P\n" + "invariant\n".repeat(100));
        assertThat(parsed.diagnostics()).hasSize(21);
        assertThat(parsed.diagnostics().getLast().code()).isEqualTo(Code.B0118);
    }

    @Test
    void brokenSpecsNeverThrow() {
        Random random = new Random(7);
        List<String> specs = Golden.files(Golden.ROOT.resolve("specs"), ".baton").stream()
                .map(Golden::read)
                .toList();
        List<String> words = new ArrayList<>();
        Matcher word = Pattern.compile("\\w+|[^\\w\\s]+").matcher(String.join("\n", specs));
        while (word.find()) {
            words.add(word.group());
        }
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder(specs.get(random.nextInt(specs.size())));
            for (int slips = 1 + random.nextInt(4); slips > 0; slips--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(4)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, words.get(random.nextInt(words.size())));
                    case 2 -> text.insert(at, (char) (32 + random.nextInt(95)));
                    default -> text.delete(at, Math.min(text.length(), at + random.nextInt(40)));
                }
            }
            Diagnosed<SyntaxFile> parsed = parse(text.toString());
            assertThat(parsed.failed()).isNotEqualTo(parsed.result().isPresent());
            parsed.diagnostics()
                    .forEach(diagnostic -> assertThat(diagnostic.render())
                            .doesNotContain("something else")
                            .doesNotContain("HEAD_BRACE")
                            .doesNotContain("null"));
        }
    }

    private static Diagnosed<SyntaxFile> parse(String text) {
        SourceFile source = new SourceFile("test.baton", text);
        return Assertions.assertTimeoutPreemptively(SOON, () -> Parser.parse(source));
    }

    /** {@code ‹a›3} is {@code aaa}. */
    private static String repeated(String text) {
        return Pattern.compile("‹([^›]*)›(\\d+)")
                .matcher(text)
                .replaceAll(times -> Matcher.quoteReplacement(times.group(1).repeat(Integer.parseInt(times.group(2)))));
    }
}
