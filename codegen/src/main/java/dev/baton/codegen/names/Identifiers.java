package dev.baton.codegen.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Baton's names in Java's three styles. Whether the result is free, {@link NameScope} says. */
public final class Identifiers {
    private Identifiers() {}

    /** {@code irq_work} and {@code IrqWork} become {@code irqWork}. */
    public static String camel(String name) {
        List<String> words = words(name);
        StringBuilder out = new StringBuilder(words.getFirst().toLowerCase(Locale.ROOT));
        words.subList(1, words.size()).forEach(w -> out.append(capital(w)));
        return started(out.toString());
    }

    /** {@code irq_work} and {@code irqWork} become {@code IrqWork}; capitals that stand together stay. */
    public static String pascal(String name) {
        StringBuilder out = new StringBuilder();
        for (String part : name.split("[^A-Za-z0-9]+", -1)) {
            if (!part.isEmpty()) {
                out.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
            }
        }
        return started(out.toString());
    }

    /** {@code NoSpace} and {@code no_space} become {@code NO_SPACE}. */
    public static String constant(String name) {
        return started(String.join("_", words(name)).toUpperCase(Locale.ROOT));
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String started(String name) {
        return name.isEmpty() || !Character.isJavaIdentifierStart(name.charAt(0)) ? "x" + name : name;
    }

    /** The words of a name: parted by what is no letter or digit, and before a capital that begins a word. */
    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        for (String part : name.split("[^A-Za-z0-9]+", -1)) {
            if (!part.isEmpty()) {
                words.addAll(List.of(part.split("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", -1)));
            }
        }
        return words.isEmpty() ? List.of("x") : words;
    }
}
