package dev.baton.view;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Fields of JSON objects that may have no value, which is {@code null} then. */
record Fields(JsonGenerator out) {

    void numbers(String name, List<Integer> numbers) throws IOException {
        out.writeArrayFieldStart(name);
        for (int number : numbers) {
            out.writeNumber(number);
        }
        out.writeEndArray();
    }

    void number(String name, OptionalInt number) throws IOException {
        if (number.isPresent()) {
            out.writeNumberField(name, number.getAsInt());
        } else {
            out.writeNullField(name);
        }
    }

    void string(String name, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            out.writeStringField(name, text.get());
        } else {
            out.writeNullField(name);
        }
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
