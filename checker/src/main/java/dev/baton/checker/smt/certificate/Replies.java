package dev.baton.checker.smt.certificate;

import java.util.List;

/** What a solver prints, read with care: with an error in it, an answer is worth nothing. */
final class Replies {
    private Replies() {}

    static Answer answer(String printed) {
        List<String> lines =
                printed.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        if (lines.equals(List.of("unsat"))) {
            return new Answer.Proved();
        }
        if (lines.equals(List.of("sat"))) {
            return new Answer.Refuted();
        }
        String said = String.join(" ", lines);
        return new Answer.Unknown(said.isEmpty() ? "it says nothing" : said.substring(0, Math.min(160, said.length())));
    }
}
