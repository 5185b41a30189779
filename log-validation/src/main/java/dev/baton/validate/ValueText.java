package dev.baton.validate;

import dev.baton.model.type.Type;
import dev.baton.model.value.Ranks;
import dev.baton.model.value.Value;
import java.util.Optional;

/** Values as logs write them: as their code, or as Baton's text. */
final class ValueText {
    private ValueText() {}

    /** Empty if the text is no value of the type. */
    static Optional<Value> value(Type type, String text) {
        if (!text.isEmpty() && (text.charAt(0) == '-' || Character.isDigit(text.charAt(0)))) {
            try {
                return Ranks.coded(type) ? Ranks.value(type, Long.parseLong(text)) : Optional.empty();
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
        return named(type, text);
    }

    private static Optional<Value> named(Type type, String text) {
        if (type instanceof Type.Bool) {
            return switch (text) {
                case "true" -> Optional.of(Value.TRUE);
                case "false" -> Optional.of(Value.FALSE);
                default -> Optional.empty();
            };
        }
        if (type instanceof Type.Enumeration enumeration) {
            int at = enumeration.members().indexOf(text);
            return at < 0 ? Optional.empty() : Optional.of(new Value.EnumMember(enumeration, at));
        }
        if (type instanceof Type.Index index) {
            if (index.single() && text.equals(index.name())) {
                return Optional.of(new Value.Member(index, 0));
            }
            return within(text, index.name(), '(', ')')
                    .or(() -> within(text, index.name(), '[', ']'))
                    .flatMap(number -> value(type, number));
        }
        if (type instanceof Type.Option option) {
            return text.equals("none")
                    ? Optional.of(Value.NONE)
                    : within(text, "some", '(', ')')
                            .flatMap(inner -> value(option.element(), inner))
                            .map(Value.Some::new);
        }
        boolean bare = type instanceof Type.Struct struct && struct.fields().isEmpty();
        if (bare && text.equals(type.toString())) {
            return Optional.of(new Value.Struct((Type.Struct) type, java.util.List.of()));
        }
        return type instanceof Type.Union union
                ? union.variant(text).flatMap(variant -> named(variant, text))
                : Optional.empty();
    }

    private static Optional<String> within(String text, String name, char open, char close) {
        boolean fits = text.startsWith(name + open)
                && text.length() > name.length() + 1
                && text.charAt(text.length() - 1) == close;
        return fits ? Optional.of(text.substring(name.length() + 1, text.length() - 1)) : Optional.empty();
    }

    /** The code of a value, if its type has codes. */
    static Optional<Long> code(Type type, Value value) {
        return Ranks.coded(type) ? Optional.of(Ranks.code(type, value)) : Optional.empty();
    }
}
