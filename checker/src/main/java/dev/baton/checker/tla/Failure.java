package dev.baton.checker.tla;

import java.util.List;

/** Why a run of TLC came to nothing, in a sentence. */
final class Failure {
    private static final int LINES = 4;
    /** What a process's exit code is for signal 0. */
    private static final int SIGNALS = 128;

    private Failure() {}

    static String of(TlcReport report, int exitCode) {
        return of("TLC", report.errors(), exitCode);
    }

    /** @param who ended: TLC, or a part of it */
    static String of(String who, List<String> errors, int exitCode) {
        List<String> lines = errors.stream()
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
        String how = exitCode > SIGNALS && exitCode < SIGNALS + 64
                ? " was killed by signal " + (exitCode - SIGNALS) + " (exit code " + exitCode + ")"
                : " ended with exit code " + exitCode;
        return who + how + (last.isEmpty() ? "" : ": " + last);
    }
}
