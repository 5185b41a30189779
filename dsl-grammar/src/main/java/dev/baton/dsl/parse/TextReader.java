package dev.baton.dsl.parse;

import dev.baton.dsl.grammar.BatonParser;
import dev.baton.model.source.Code;
import dev.baton.model.source.Diagnosed;
import dev.baton.model.source.Diagnostic;
import dev.baton.model.source.SourceFile;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;

/** Text to parse tree: tokens, then brackets, then the generated parser. */
public final class TextReader {
    private TextReader() {}

    /** The parse tree of a text, if nothing is wrong with it. Never throws. */
    public static Diagnosed<ParsedText> read(SourceFile source) {
        Problems problems = new Problems(source);
        if (source.text().length() > Sources.MAX_BYTES) {
            problems.add(Diagnostic.of(
                    Code.B0905, problems.at(0, 0), source.name(), Integer.toString(Sources.MAX_MEGABYTES)));
            return new Diagnosed<>(Optional.empty(), problems.all());
        }
        List<Token> tokens = TokenReader.read(source, problems);
        Optional<ParsedText> parsed = parse(source, tokens, problems);
        return new Diagnosed<>(problems.none() ? parsed : Optional.empty(), problems.all());
    }

    private static Optional<ParsedText> parse(SourceFile source, List<Token> tokens, Problems problems) {
        for (Token token : tokens) {
            if (token.getType() == BatonParser.OPEN_COMMENT) {
                // It swallowed the rest of the text: what is missing there is not worth mentioning.
                return Optional.empty();
            }
        }
        Brackets brackets = Brackets.match(tokens, problems);
        if (brackets.tooDeep()) {
            return Optional.empty();
        }
        Retyper.retype(tokens, brackets);
        Problems ofParser = new Problems(source);
        LimitedParser parser = new LimitedParser(new CommonTokenStream(new ListTokenSource(tokens)));
        parser.removeErrorListeners();
        parser.setErrorHandler(new Recovery(tokens, brackets, new Explainer(tokens, ofParser)));
        try {
            BatonParser.FileContext tree = parser.file();
            return Optional.of(new ParsedText(source, tokens, tree));
        } catch (LimitedParser.TooDeep e) {
            ofParser.add(Diagnostic.of(
                            Code.B0106,
                            ofParser.at(e.token()),
                            "this is nested",
                            Integer.toString(LimitedParser.MAX_DEPTH))
                    .withHelp("name parts of it with `fn`, `proc` or `let`"));
            return Optional.empty();
        } finally {
            ofParser.dropFrom(brackets.firstWrong());
            problems.addAll(ofParser);
        }
    }
}
