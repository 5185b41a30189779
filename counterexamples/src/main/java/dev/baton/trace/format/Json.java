package dev.baton.trace.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** JSON with the place of each value: an offset into the text that it was read from, in UTF-16 units. */
public sealed interface Json {

    int offset();

    /** An object; its fields in the order of the text, each once. */
    record Fields(int offset, Map<String, Json> fields) implements Json {

        public Optional<Json> get(String name) {
            return Optional.ofNullable(fields.get(name));
        }

        /** A field that is an object. */
        public Optional<Fields> object(String name) {
            return get(name).filter(Fields.class::isInstance).map(Fields.class::cast);
        }

        /** A field that is a string: its text. */
        public Optional<String> text(String name) {
            return get(name).filter(Text.class::isInstance).map(json -> ((Text) json).value());
        }

        /** The field that is the only one, if it is. */
        public Optional<Json> only(String name) {
            return fields.size() == 1 ? get(name) : Optional.empty();
        }
    }

    record Items(int offset, List<Json> items) implements Json {}

    record Text(int offset, String value) implements Json {}

    /** A number as it is written. */
    record Numeral(int offset, String digits) implements Json {

        /** The 32-bit integer that it is, if it is one. */
        public Optional<Integer> integer() {
            return Json.integer(digits);
        }
    }

    record Bool(int offset, boolean value) implements Json {}

    record Null(int offset) implements Json {}

    /** A decimal 32-bit integer; empty for anything else. */
    static Optional<Integer> integer(String digits) {
        if (!digits.matches("-?[0-9]{1,10}")) {
            return Optional.empty();
        }
        long value = Long.parseLong(digits);
        return value == (int) value ? Optional.of((int) value) : Optional.empty();
    }

    /** What kind of thing it is, for a message: {@code a number}. */
    default String kind() {
        return switch (this) {
            case Fields v -> "an object";
            case Items v -> "a list";
            case Text v -> "a string";
            case Numeral v -> "a number";
            case Bool v -> "a truth value";
            case Null v -> "null";
        };
    }
}
