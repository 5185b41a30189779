package dev.baton.trace.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.baton.model.source.Code;
import dev.baton.model.source.Diagnosed;
import dev.baton.model.source.Diagnostic;
import dev.baton.model.source.SourceFile;
import dev.baton.model.source.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Text to {@link Json}, within bounds: what is deeper, longer or more than those is refused, however it is made. */
final class JsonParsing {
    static final int DEEPEST = 100;
    static final int MOST_VALUES = 8_000_000;
    private static final int LONGEST_NUMBER = 1_000;
    private static final int LONGEST_STRING = 1_000_000;
    private static final int LONGEST_NAME = 10_000;

    private final SourceFile file;
    private int values;

    private JsonParsing(SourceFile file) {
        this.file = file;
    }

    /** There are more values than {@link #MOST_VALUES}. */
    private static final class TooMany extends RuntimeException {
        TooMany() {
            super("too many values", null, false, false);
        }
    }

    static Diagnosed<Json> parse(SourceFile file) {
        return new JsonParsing(file).parse();
    }

    private Diagnosed<Json> parse() {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxStringLength(LONGEST_STRING)
                        .maxNameLength(LONGEST_NAME)
                        .build())
                .build();
        char[] text = file.text().toCharArray();
        try (JsonParser parser = factory.createParser(text)) {
            try {
                parser.nextToken();
                Json json = value(parser);
                if (parser.nextToken() != null) {
                    return failed(Code.B1101, start(parser), "something stands after its end");
                }
                return new Diagnosed<>(Optional.of(json), List.of());
            } catch (StreamConstraintsException e) {
                return failed(Code.B1102, here(parser), limit(e));
            } catch (TooMany e) {
                return failed(Code.B1102, here(parser), "more than " + MOST_VALUES + " values");
            } catch (JsonProcessingException e) {
                return failed(Code.B1101, here(parser), reason(e));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can be read", e);
        }
    }

    private Json value(JsonParser parser) throws IOException {
        if (++values > MOST_VALUES) {
            throw new TooMany();
        }
        JsonToken token = parser.currentToken();
        int at = start(parser);
        return switch (token) {
            case START_OBJECT -> {
                Map<String, Json> fields = new LinkedHashMap<>();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    fields.put(name, value(parser));
                }
                yield new Json.Fields(at, fields);
            }
            case START_ARRAY -> {
                List<Json> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(parser));
                }
                yield new Json.Items(at, items);
            }
            case VALUE_STRING -> new Json.Text(at, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Numeral(at, parser.getText());
            case VALUE_TRUE -> new Json.Bool(at, true);
            case VALUE_FALSE -> new Json.Bool(at, false);
            case VALUE_NULL -> new Json.Null(at);
            case END_ARRAY, END_OBJECT, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("no value begins with " + token);
            case null -> throw new com.fasterxml.jackson.core.JsonParseException(parser, "it ends too early");
        };
    }

    private static int start(JsonParser parser) {
        return (int) parser.currentTokenLocation().getCharOffset();
    }

    private static int here(JsonParser parser) {
        return (int) parser.currentLocation().getCharOffset();
    }

    private Diagnosed<Json> failed(Code code, int offset, String why) {
        int at = Math.clamp(offset, 0, file.text().length());
        Span span = new Span(file, at, at + 1);
        Diagnostic said = code == Code.B1101
                ? Diagnostic.of(code, span, Legible.quoted(file.name(), 200), why)
                        .withHelp("traces are JSON: ITF, or what TLC writes with `-dumpTrace json`")
                : Diagnostic.of(code, span, why)
                        .withHelp("a trace of Baton has at most some ten thousand states; is this the right file?");
        return new Diagnosed<>(Optional.empty(), List.of(said));
    }

    /** Which bound: the library's sentence speaks of its own settings. */
    private static String limit(StreamConstraintsException e) {
        String message = String.valueOf(e.getOriginalMessage());
        if (message.contains("nesting depth")) {
            return "more than " + DEEPEST + " brackets within each other";
        }
        if (message.contains("Number value length")) {
            return "a number of more than " + LONGEST_NUMBER + " digits";
        }
        if (message.contains("Name value length") || message.contains("Name length")) {
            return "a name of more than " + LONGEST_NAME + " characters";
        }
        return "a string of more than " + LONGEST_STRING + " characters";
    }

    private static String reason(JsonProcessingException e) {
        String first =
                String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("it can't be read");
        String plain = first.replaceFirst(" \\(?at \\[Source.*", "").replaceFirst(" \\(for .* starting at .*", "");
        return Legible.quoted(plain.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + plain.substring(1), 160);
    }
}
