package dev.baton.cli.mutants;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A fault to be seeded.
 *
 * @param file below {@code dev/baton/runtime}, or {@code PROTOCOL/Class.java} of generated code
 * @param fault what it is
 * @param trials what may catch it, in this order: {@code trace NAME} or {@code run NAME}
 * @param before the text that is replaced, which the file has once; lines, whose indentation doesn't matter
 * @param after what comes in its place
 */
record Mutant(
        String name,
        boolean generated,
        String file,
        String fault,
        List<String> trials,
        List<String> before,
        List<String> after) {
    Mutant {
        trials = List.copyOf(trials);
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /**
     * Reads a table of them:
     *
     * <pre>
     * == NAME
     * runtime FILE       or: generated FILE
     * fault TEXT
     * by TRIAL, TRIAL …
     * - LINE
     * + LINE
     * </pre>
     *
     * Lines that begin with {@code #} are comments.
     */
    static List<Mutant> read(String text) {
        return Pattern.compile("(?m)^== ")
                .splitAsStream(text)
                .skip(1)
                .map(Mutant::one)
                .toList();
    }

    private static Mutant one(String section) {
        List<String> lines = section.lines().filter(l -> !l.startsWith("#")).toList();
        boolean generated = lines.get(1).startsWith("generated ");
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        String fault = "";
        List<String> trials = List.of();
        for (String line : lines.subList(2, lines.size())) {
            String rest = line.substring(line.indexOf(' ') + 1).strip();
            if (line.startsWith("-")) {
                before.add(rest);
            } else if (line.startsWith("+")) {
                after.add(rest.equals("+") ? "" : rest);
            } else if (line.startsWith("fault ")) {
                fault = rest;
            } else if (line.startsWith("by ")) {
                trials = Arrays.stream(rest.split(",", -1)).map(String::strip).toList();
            } else if (!line.isBlank()) {
                throw new IllegalArgumentException("no line of a mutant: " + line);
            }
        }
        String where = lines.get(1).substring(lines.get(1).indexOf(' ') + 1).strip();
        return new Mutant(lines.getFirst().strip(), generated, where, fault, trials, before, after);
    }

    /**
     * The text of a file with the fault in it.
     *
     * @throws IllegalStateException if the text that is replaced is not there, or more than once
     */
    String in(String text) {
        Matcher found = Pattern.compile(before.stream().map(Pattern::quote).collect(Collectors.joining("\\s*\\n\\s*")))
                .matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("mutant `" + name + "`: " + file + " doesn't have: " + before);
        }
        int start = found.start();
        int end = found.end();
        if (found.find()) {
            throw new IllegalStateException("mutant `" + name + "`: " + file + " has more than once: " + before);
        }
        return text.substring(0, start) + String.join("\n", after) + text.substring(end);
    }
}
