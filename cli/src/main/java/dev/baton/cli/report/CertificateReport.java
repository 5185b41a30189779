package dev.baton.cli.report;

import dev.baton.checker.smt.certificate.Answer;
import dev.baton.checker.smt.certificate.Certificate;
import dev.baton.checker.smt.certificate.CertificateResult;
import dev.baton.checker.smt.certificate.CertificateResult.Checked;
import dev.baton.checker.smt.certificate.CertificateResult.Said;
import dev.baton.checker.smt.certificate.Obligation;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What became of a certificate, for people. */
public final class CertificateReport {
    private CertificateReport() {}

    public static List<String> lines(TransitionSystem system, Certificate certificate, CertificateResult result) {
        List<String> lines = new ArrayList<>();
        String parameters = system.parameters().stream()
                .map(p -> p.name() + " = " + p.value())
                .collect(Collectors.joining(", "));
        lines.add(system.name() + (parameters.isEmpty() ? "" : " { " + parameters + " }") + ": an invariant of "
                + counted(certificate.clauses().size(), "clause") + " by " + certificate.method() + " for "
                + certificate.proved().stream().map(Property::name).collect(Collectors.joining(", ")));
        lines.add(counted(result.obligations().size(), "question") + ": initiation, consecution of "
                + counted(of(result, Obligation.Kind.CONSECUTION), "kind") + " of steps ("
                + result.untouched() + " more touch nothing), safety of "
                + counted(of(result, Obligation.Kind.SAFETY), "property"));
        result.checked().forEach(c -> lines.add(line(c, result.obligations().size())));
        lines.add(enumeration(result));
        lines.add(
                switch (result.verdict()) {
                    case ACCEPTED -> "accepted by " + String.join(", ", result.acceptedBy());
                    case REFUSED -> "refused: this is no proof";
                    case UNDECIDED ->
                        "undecided: accepted by "
                                + (result.acceptedBy().isEmpty()
                                        ? "no solver"
                                        : String.join(", ", result.acceptedBy()) + " alone");
                });
        return lines;
    }

    private static int of(CertificateResult result, Obligation.Kind kind) {
        return (int) result.obligations().stream().filter(o -> o.kind() == kind).count();
    }

    private static String counted(int number, String what) {
        String many = what.endsWith("y") ? what.substring(0, what.length() - 1) + "ies" : what + "s";
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? what : many);
    }

    private static String line(Checked checked, int all) {
        String time = String.format(Locale.ROOT, "%.2f s", checked.time().toNanos() / 1e9);
        if (checked.accepts(all)) {
            return String.format(Locale.ROOT, "  %-12s accepts all, %s", checked.solver(), time);
        }
        if (checked.said().isEmpty()) {
            return String.format(Locale.ROOT, "  %-12s not asked", checked.solver());
        }
        Said last = checked.said().getLast();
        String said = switch (last.answer()) {
            case Answer.Refuted _ -> "refuses " + last.obligation().name();
            case Answer.Unknown(String reason) ->
                "has not checked " + last.obligation().name() + ": " + reason;
            case Answer.Proved _ -> "was stopped after " + last.obligation().name();
        };
        return String.format(Locale.ROOT, "  %-12s %s, %s", checked.solver(), said, time);
    }

    private static String enumeration(CertificateResult result) {
        int states = result.enumeration().states();
        String all = result.enumeration().complete() ? ", which are all" : ", there are more";
        return "  interpreter  "
                + result.enumeration()
                        .broken()
                        .map(what -> "refuses: a reachable state does not satisfy " + what)
                        .orElseGet(() -> counted(states, "reachable state") + all + ", within the invariant");
    }
}
