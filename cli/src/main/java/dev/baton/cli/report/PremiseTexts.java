package dev.baton.cli.report;

import dev.baton.checker.smt.prove.Premise;
import dev.baton.checker.smt.prove.Proof;
import dev.baton.trace.ExprWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a proof rests on and what not, for people. */
final class PremiseTexts {
    private PremiseTexts() {}

    static List<String> lines(Proof proof) {
        List<String> lines = new ArrayList<>();
        section(proof, true, "rests on", lines);
        section(proof, false, "does not need", lines);
        return lines;
    }

    private static void section(Proof proof, boolean used, String title, List<String> into) {
        List<Premise> premises = proof.premises().stream()
                .filter(p -> p.used() == used)
                .sorted((a, b) -> a.kind().compareTo(b.kind()))
                .toList();
        if (!premises.isEmpty()) {
            into.add("  " + title);
        }
        for (Premise premise : premises) {
            String place = ExprWords.place(proof.system().system(), premise.span());
            into.add(String.format(
                    Locale.ROOT,
                    "    %-10s %s%s%s",
                    premise.kind().word(),
                    premise.name(),
                    place.isEmpty() ? "" : " (" + place + ")",
                    used || premise.kind() != Premise.Kind.FAULT
                            ? ""
                            : ": " + premise.kind().unused()));
        }
    }
}
