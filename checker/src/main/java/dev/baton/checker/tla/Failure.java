package dev.baton.checker.tla;

import java.util.List;

/** Why a run of TLC came to nothing, in a sentence. */
final class Failure {
    private static final int LINES = 4;

    private Failure() {}

    static String of(TlcReport report, int exitCode) {
        List<String> lines = report.errors().stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .toList();
        boolean memory = lines.stream()
                .anyMatch(l -> l.contains("OutOfMemoryError")
                        || l.contains("Java ran out of memory")
                        || l.contains("insufficient memory")
                        || l.contains("GC overhead limit"));
        if (memory) {
            return "out of memory: give TLC more, or ask of a smaller system";
        }
        String last = String.join("; ", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        return "TLC ended with exit code " + exitCode + (last.isEmpty() ? "" : ": " + last);
    }
}
