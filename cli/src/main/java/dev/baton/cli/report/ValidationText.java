package dev.baton.cli.report;

import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import dev.baton.trace.Reason;
import dev.baton.trace.StateEntry;
import dev.baton.validate.Refusal;
import dev.baton.validate.Verdict;
import dev.baton.validate.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What became of a log, for people. */
public final class ValidationText {
    private final ValidationReport report;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    private ValidationText(ValidationReport report, int width) {
        this.report = report;
        this.width = width;
    }

    public static List<String> lines(ValidationReport report, int width) {
        return new ValidationText(report, width).all();
    }

    private List<String> all() {
        String name = report.check().system().name();
        Verdict.Count count = report.verdict().count();
        switch (report.verdict()) {
            case Verdict.Accepted _ -> lines.add("the log is a behaviour of " + name + ": " + counts(count));
            case Verdict.Refused refused -> {
                lines.add("the log is no behaviour of " + name + ": " + explained(refused.refusal()));
                lines.add("");
                refusal(refused.refusal());
            }
            case Verdict.Undecided undecided ->
                lines.add("undecided: " + undecided.why() + "; until there the log is a behaviour of " + name + " ("
                        + counts(count) + ")");
            case Verdict.Interrupted _ ->
                lines.add("interrupted: what was read is a behaviour of " + name + ": " + counts(count));
        }
        report.verdict().violations().forEach(this::violation);
        return lines;
    }

    private static String counts(Verdict.Count count) {
        return many(count.events(), "event") + ", " + many(count.hidden(), "hidden step");
    }

    private static String many(long n, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", n, what, n == 1 ? "" : "s");
    }

    private static String explained(Refusal refusal) {
        return (refusal.explained() == 0
                ? "not even the first event is"
                : refusal.explained() == 1
                        ? "only the first event is"
                        : String.format(Locale.ROOT, "only the first %,d events are", refusal.explained()));
    }

    private void violation(Violation violation) {
        Property property = violation.property();
        boolean expected = report.check().expected().violated(property.name());
        lines.add("`" + property.name() + "` is violated in every explanation"
                + (violation.line() == 0
                        ? ", from the first state on"
                        : ", at line " + violation.line() + " (`" + violation.event() + "`) at the latest")
                + (expected ? "; so it is expected" : ""));
    }

    private void refusal(Refusal refusal) {
        lines.add(String.format(Locale.ROOT, "%6d│ %s", refusal.line(), refusal.event()));
        lines.add(
                refusal.until() == refusal.line()
                        ? "      │ can't begin here"
                        : "      │ can't have taken effect before line " + refusal.until() + ", as it must have");
        refusal.errors().forEach(e -> lines.add("      │ it could only end in an error: " + e.message()));
        int number = 0;
        for (Refusal.Stand stand : refusal.stands()) {
            lines.add("");
            lines.add("where the model may be"
                    + (refusal.ways() == 1 ? "" : " (" + ++number + " of " + refusal.ways() + ")"));
            stand(stand);
        }
    }

    private void stand(Refusal.Stand stand) {
        stand.differing()
                .forEach(d -> lines.add("  the log says " + d.name() + " " + d.said() + "; here it is " + d.is()));
        stand.pending().forEach(p -> lines.add("  not happened yet: " + p));
        state(stand.state());
        for (Refusal.Obstacle obstacle : stand.obstacles()) {
            lines.add("  it can't happen here, because of this:");
            Reason whole = obstacle.why().tree();
            (whole.because().isEmpty() ? List.of(whole) : whole.because())
                    .forEach(part -> part.lines(width - 4).forEach(l -> lines.add("    " + l)));
        }
        lines.add(
                stand.allowed().isEmpty() ? "  nobody can take a step here" : "  steps that the model can take here:");
        stand.allowed().forEach(a -> lines.add("    " + (a.same() ? "* " : "  ") + a.text()));
    }

    private void state(State state) {
        TransitionSystem system = report.check().system();
        List<StateEntry> entries = StateEntry.varying(system, List.of(new Interpreter(system).initial(), state));
        lines.add("  state" + (entries.isEmpty() ? ": as at first" : ", where it is not as at first:"));
        if (!entries.isEmpty()) {
            StringBuilder row = new StringBuilder("   ");
            for (String part :
                    entries.stream().map(e -> e.name() + " = " + e.value(state)).toList()) {
                if (row.length() > 3 && row.length() + part.length() + 2 > width) {
                    lines.add(row.toString());
                    row = new StringBuilder("   ");
                }
                row.append(' ').append(part).append(';');
            }
            lines.add(row.substring(0, row.length() - 1));
        }
    }
}
