package dev.baton.cli.check;

import dev.baton.model.coverage.Coverage;
import dev.baton.model.source.Code;
import dev.baton.model.source.Diagnostic;
import dev.baton.model.source.Span;
import dev.baton.model.system.Coverable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Warnings about what was never used. What one check does not use, another may be there for; so a thing is worth a
 * warning if no check of its file that ran used it, and nothing is said of a file of which some check did not visit
 * everything. A designer who knows says so: {@code // allow B1001: why}.
 */
public final class Unused {
    private Unused() {}

    /**
     * What is to be said of each file, in the order of its text.
     *
     * @param known what the front end has said: a place that it has warned of is left out
     */
    public static Map<String, List<Diagnostic>> warnings(List<Outcome> outcomes, Map<String, List<Diagnostic>> known) {
        Map<String, Map<String, Optional<Coverage>>> byFile = new LinkedHashMap<>();
        for (Outcome outcome : outcomes) {
            byFile.computeIfAbsent(outcome.check().file(), _ -> new LinkedHashMap<>())
                    .merge(outcome.check().name(), outcome.result().coverage(), (a, b) -> a.or(() -> b));
        }
        Map<String, List<Diagnostic>> warnings = new LinkedHashMap<>();
        byFile.forEach((file, checks) -> {
            if (checks.values().stream().allMatch(Optional::isPresent)) {
                List<Diagnostic> said = said(checks, places(known.getOrDefault(file, List.of())));
                if (!said.isEmpty()) {
                    warnings.put(file, said);
                }
            }
        });
        return warnings;
    }

    private static Set<Span> places(List<Diagnostic> said) {
        return said.stream().map(Diagnostic::span).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<Diagnostic> said(Map<String, Optional<Coverage>> checks, Set<Span> known) {
        String help = "in every reachable state of " + (checks.size() == 1 ? "the check " : "the checks ")
                + String.join(", ", checks.keySet());
        List<Coverage> runs =
                checks.values().stream().map(Optional::orElseThrow).toList();
        List<Diagnostic> said = new ArrayList<>();
        for (Coverable never : Coverage.never(runs)) {
            Code code = code(never.kind());
            if (known.stream().noneMatch(k -> told(k, never.span())) && !allowed(code, never.span())) {
                said.add(new Diagnostic(code, never.span(), never.words(), Optional.of(help)));
            }
        }
        return said;
    }

    /** Whether a warning is about the beginning of a stretch of text. */
    private static boolean told(Span warned, Span span) {
        return warned.file().equals(span.file())
                && warned.start() >= span.start()
                && warned.end() <= span.end()
                && warned.line() == span.line();
    }

    /** Whether {@code // allow B1001} stands in the line, or in comments right above it. */
    private static boolean allowed(Code code, Span span) {
        if (!span.known()) {
            return false;
        }
        Pattern allow = Pattern.compile("//.*\\ballow\\b.*\\b" + code.id() + "\\b.*");
        int line = span.line();
        boolean here = allow.matcher(span.file().lineText(line)).find();
        while (!here && --line > 0 && span.file().lineText(line).strip().startsWith("//")) {
            here = allow.matcher(span.file().lineText(line)).find();
        }
        return here;
    }

    private static Code code(Coverable.Kind kind) {
        return switch (kind) {
            case ACTION -> Code.B1001;
            case HANDLER, INTERRUPT -> Code.B1002;
            case FAULT -> Code.B1003;
            case STEP -> Code.B1004;
            case BRANCH -> Code.B1005;
            case PAST -> Code.B1006;
            case ANTECEDENT -> Code.B1007;
            case VARIABLE -> Code.B1008;
            case PREMISE -> throw new IllegalArgumentException("a premise is nothing of its own");
        };
    }
}
