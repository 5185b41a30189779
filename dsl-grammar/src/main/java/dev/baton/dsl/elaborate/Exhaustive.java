package dev.baton.dsl.elaborate;

import dev.baton.model.protocol.Pattern;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the patterns of a {@code match} leave over, and which of them leave nothing to one behind them. */
final class Exhaustive {
    private Exhaustive() {}

    /** Which values of a type none of the patterns matches, in words; empty if they match all. */
    static Optional<String> missing(Type type, List<Pattern> patterns) {
        if (!Kinds.known(type) || patterns.stream().anyMatch(Pattern.Anything.class::isInstance)) {
            return Optional.empty();
        }
        List<String> missing = new ArrayList<>();
        if (type instanceof Type.Option) {
            add(missing, "some(_)", patterns.stream().noneMatch(Pattern.Some.class::isInstance));
            add(missing, "none", patterns.stream().noneMatch(Pattern.None.class::isInstance));
        } else if (Kinds.variants(type).isPresent()) {
            for (Type.Struct variant : Kinds.variants(type).get()) {
                add(missing, variant.name(), patterns.stream().noneMatch(p -> matches(p, variant)));
            }
        } else if (countable(type)) {
            for (Value value : Domain.values(type)) {
                add(missing, value.toString(), patterns.stream().noneMatch(p -> matches(p, value)));
            }
        } else {
            return Optional.of("the other values");
        }
        if (missing.size() > 4) {
            return Optional.of(quoted(missing.subList(0, 3)) + " and " + (missing.size() - 3) + " more");
        }
        return missing.isEmpty() ? Optional.empty() : Optional.of(quoted(missing));
    }

    private static String quoted(List<String> names) {
        return "`" + String.join("`, `", names) + "`";
    }

    /** Whether a pattern matches nothing that those before it leave. */
    static boolean unreachable(Type type, List<Pattern> before, Pattern pattern) {
        if (Parametric.is(type)) {
            return false;
        }
        if (missing(type, before).isEmpty()) {
            return Kinds.known(type);
        }
        return switch (pattern) {
            case Pattern.Some p -> before.stream().anyMatch(Pattern.Some.class::isInstance);
            case Pattern.None p -> before.stream().anyMatch(Pattern.None.class::isInstance);
            case Pattern.Variant p -> before.stream().anyMatch(b -> matches(b, p.variant()));
            case Pattern.Constant p -> before.stream().anyMatch(b -> matches(b, p.value()));
            case Pattern.Anything p -> false;
        };
    }

    private static boolean countable(Type type) {
        return type instanceof Type.Bool
                || type instanceof Type.Enumeration
                || (type instanceof Type.Range r && (long) r.high() - r.low() < 16);
    }

    private static boolean matches(Pattern pattern, Type.Struct variant) {
        return pattern instanceof Pattern.Variant v && v.variant().name().equals(variant.name());
    }

    private static boolean matches(Pattern pattern, Value value) {
        return pattern instanceof Pattern.Constant c && c.value().equals(value);
    }

    private static void add(List<String> missing, String what, boolean isMissing) {
        if (isMissing) {
            missing.add(what);
        }
    }
}
