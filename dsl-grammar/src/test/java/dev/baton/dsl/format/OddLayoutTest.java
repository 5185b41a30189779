package dev.baton.dsl.format;

import dev.baton.dsl.Golden;
import dev.baton.dsl.grammar.BatonParser;
import dev.baton.dsl.parse.Parser;
import dev.baton.dsl.parse.TextReader;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.antlr.v4.runtime.Token;

/** Specs with blanks, line ends and comments strewn over them. */
final class OddLayoutTest {
    private static final List<String> SPECS = Golden.files(Golden.ROOT, ".baton").stream()
            .filter(file -> !file.toString().contains("target"))
            .map(Golden::read)
            .filter(text -> Parser.parse(FormatterTest.source(text)).result().isPresent())
            .toList();

    private static final List<String> NOISE = List.of(
            " ",
            "\n",
            "\n\n\n",
            "  \t ",
            " // note\n",
            "\n// alone\n",
            "\n\n  // apart\n\n",
            " /* in */ ",
            "\n/* above */\n",
            " /* long\n   * one\n   */ ",
            "/* odd\n  text */\n",
            "\n/// doc\n",
            " /// behind\n",
            "\n// two\n  // of them\n",
            " // a\n// b\n");

    @Property(tries = 200)
    void layoutAlone(@ForAll("oddTexts") String text) {
        FormatterTest.assertLayoutAlone(text);
    }

    @Provide
    Arbitrary<String> oddTexts() {
        return Arbitraries.randomValue(OddLayoutTest::draw);
    }

    private static String draw(Random random) {
        String spec = SPECS.get(random.nextInt(SPECS.size()));
        int noise = random.nextInt(1, 60);
        StringBuilder out = new StringBuilder();
        int end = 0;
        // A line end between the names of `State s` would make the second the start of a statement.
        boolean name = false;
        for (Token token : TextReader.read(FormatterTest.source(spec))
                .result()
                .orElseThrow()
                .tokens()) {
            if (token.getType() == Token.EOF) {
                break;
            }
            out.append(spec, end, token.getStartIndex());
            if (random.nextInt(noise) == 0 && !(name && token.getType() == BatonParser.IDENT)) {
                out.append(NOISE.get(random.nextInt(NOISE.size())));
            }
            out.append(token.getText());
            end = token.getStopIndex() + 1;
            name = token.getChannel() == Token.DEFAULT_CHANNEL ? token.getType() == BatonParser.IDENT : name;
        }
        return out.append(spec.substring(end)).toString();
    }
}
