package dev.baton.checker.tla;

import dev.baton.checker.CheckResult;
import dev.baton.checker.Verdict;
import dev.baton.checker.Verdict.Guarantee;
import dev.baton.checker.tla.TlaConfig.Deadlock;
import dev.baton.checker.tla.TlcReport.End;
import dev.baton.checker.tla.TlcReport.Statistics;
import dev.baton.checker.tla.TlcReport.Violation;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.Property;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * What was asked and what is known of it. TLC stops at the first violation of some kinds of property, so it is run
 * again and again, each time for what is still open, until a run has seen every state.
 */
final class Inquiry {
    private final TlaModule module;
    private final Interpreter interpreter;
    private final TlaValueParser parser;
    private final List<Property> properties;
    private final Map<Property, Verdict> verdicts = new LinkedHashMap<>();
    private Deadlock deadlock;
    private Optional<Property> alone = Optional.empty();
    private Statistics statistics = Statistics.NONE;
    private boolean complete;
    private boolean finished;

    Inquiry(TlaModule module, List<Property> properties) {
        this.module = module;
        this.interpreter = new Interpreter(module.system());
        this.parser = new TlaValueParser(module);
        this.properties = properties;
        boolean asked = properties.stream().anyMatch(p -> p.kind() == Property.Kind.DEADLOCK_FREE)
                && !TlaConfig.alwaysTerminal(module.system());
        this.deadlock = asked ? Deadlock.STATES_WITHOUT_STEP : Deadlock.UNCHECKED;
    }

    /** Whether no further run can tell more. */
    boolean finished() {
        return finished;
    }

    /** What the next run is for. */
    List<Property> asked() {
        return open().stream()
                .filter(p -> alone.isEmpty() || !p.kind().liveness() || p.equals(alone.get()))
                .toList();
    }

    Deadlock deadlock() {
        return deadlock;
    }

    /** What is not decided. */
    List<Property> open() {
        return properties.stream().filter(p -> !verdicts.containsKey(p)).toList();
    }

    /** Takes in what a run of {@link #asked} said. */
    void learn(TlcReport report) {
        if (!complete) {
            statistics = report.statistics();
        }
        int known = verdicts.size();
        Deadlock before = deadlock;
        boolean whole = report.end() instanceof End.Exited && report.errors().isEmpty();
        report.violations().forEach(violation -> violation(violation, whole));
        switch (report.end()) {
            case End.Interrupted end -> giveUp("interrupted");
            case End.OutOfTime end -> giveUp("out of time");
            case End.Abandoned end -> giveUp(end.reason());
            case End.Exited end -> exited(report, end, verdicts.size() > known || deadlock != before);
        }
        if (open().stream().noneMatch(p -> p.kind() == Property.Kind.DEADLOCK_FREE)) {
            deadlock = Deadlock.UNCHECKED;
        }
    }

    /** @param wiser whether the run told something new */
    private void exited(TlcReport report, End.Exited end, boolean wiser) {
        if (end.code() == 150 || end.code() == 151) {
            throw new IllegalStateException("TLA+'s parser refuses what Baton wrote: "
                    + String.join("\n", report.errors()) + "\nThe module is\n" + module.text());
        }
        if (report.explored()) {
            explored(report);
        }
        if (!report.complete() && report.tautology()) {
            tautology();
        } else if (!report.complete() && !(wiser && stoppedByViolation(end))) {
            giveUp(Failure.of(report, end.code()));
        }
    }

    /** TLC says by its exit code that it stopped at a deadlock, a safety or a liveness violation. */
    private static boolean stoppedByViolation(End.Exited end) {
        return end.code() == 11 || end.code() == 12 || end.code() == 13;
    }

    /**
     * Takes in a run that looked for a trace, because another found that one of some properties is violated and did not
     * say how. Without a trace it stays unknown whether they are.
     */
    void illustrate(List<Property> suspects, TlcReport report) {
        int known = verdicts.size();
        boolean whole = report.end() instanceof End.Exited && report.errors().isEmpty();
        report.violations().forEach(violation -> violation(violation, whole));
        if (verdicts.size() > known) {
            return;
        }
        String why = switch (report.end()) {
            case End.Interrupted end -> "interrupted";
            case End.OutOfTime end -> "out of time";
            case End.Abandoned end -> end.reason();
            case End.Exited end -> Failure.of(report, end.code());
        };
        String names = suspects.stream().map(Property::name).collect(Collectors.joining(" or "));
        if (report.complete()) {
            throw new IllegalStateException("TLC's server says that " + names + " is violated, and TLC alone does not");
        }
        for (Property suspect : suspects) {
            verdicts.put(
                    suspect,
                    new Verdict.Unknown("TLC's server reports a violation of " + names
                            + "; looking for a trace of it in one process: " + why));
        }
    }

    /** Every state was seen: what is not violated holds, and so does liveness if TLC has come to its end. */
    private void explored(TlcReport report) {
        Guarantee guarantee = new Guarantee.AllReachableHashed(collision(report));
        for (Property property : asked()) {
            if (property.kind() == Property.Kind.COVER) {
                verdicts.put(property, new Verdict.Violated(Optional.empty(), guarantee));
            } else if (report.complete() || !property.kind().liveness()) {
                verdicts.put(property, Verdict.Holds.of(guarantee));
            }
        }
        complete = true;
        if (alone.isPresent()) {
            askAlone();
        }
        finished = open().isEmpty();
    }

    /** The probability that two states had one fingerprint, by TLC's reckoning. */
    private static double collision(TlcReport report) {
        double distinct = report.statistics().distinct().orElse(0);
        double generated = report.statistics().generated().orElse(0);
        return report.collision().orElse(distinct * (generated - distinct) / Math.pow(2, 64));
    }

    /** TLC refuses properties that nothing could violate, and does not say which: they are asked one by one. */
    private void tautology() {
        alone.ifPresent(property -> verdicts.put(property, Verdict.Holds.of(new Guarantee.AllReachable())));
        if (alone.isEmpty() && open().stream().noneMatch(p -> p.kind().liveness())) {
            throw new IllegalStateException("TLC speaks of a tautology where no liveness was asked");
        }
        askAlone();
    }

    private void askAlone() {
        alone = open().stream().filter(p -> p.kind().liveness()).findFirst();
    }

    private void giveUp(String reason) {
        open().forEach(property -> verdicts.put(property, new Verdict.Unknown(reason)));
        finished = true;
    }

    /** @param whole whether TLC came to say all it had to say, so that it must be right */
    private void violation(Violation violation, boolean whole) {
        Optional<Trace> trace = trace(violation, whole);
        if (trace.isEmpty()) {
            return;
        }
        if (violation.kind() == TlcReport.Kind.DEADLOCK
                && interpreter.stopped(trace.get().last())) {
            deadlock = Deadlock.INVARIANT;
            return;
        }
        List<Property> shown = open().stream()
                .filter(property -> mayBeMeant(property, violation))
                .filter(property -> interpreter.shows(property, trace.get()))
                .toList();
        if (shown.isEmpty() && whole && !repeated(violation)) {
            throw disagreement(violation, "the states show no violation of what was asked");
        }
        for (Property property : shown) {
            verdicts.put(
                    property,
                    property.kind() == Property.Kind.COVER
                            ? new Verdict.Holds(new Guarantee.Witness(), trace)
                            : new Verdict.Violated(trace, new Guarantee.Counterexample()));
        }
    }

    /** Several workers may report one violation each, and one state may have violated two properties. */
    private boolean repeated(Violation violation) {
        return verdicts.keySet().stream().anyMatch(property -> mayBeMeant(property, violation));
    }

    /** TLC names one property where a state violates several, and none where it is liveness. */
    private static boolean mayBeMeant(Property property, Violation violation) {
        boolean deadlock = violation.kind() == TlcReport.Kind.DEADLOCK
                || violation.operator().equals(Naming.NO_DEADLOCK);
        return switch (property.kind()) {
            case INVARIANT, LEMMA, WELL_DEFINED, OWNERSHIP, COVER, STEP ->
                !deadlock && violation.kind() != TlcReport.Kind.LIVENESS;
            case DEADLOCK_FREE -> deadlock;
            case EVENTUALLY, ALWAYS_EVENTUALLY, EVENTUALLY_ALWAYS, LEADS_TO ->
                violation.kind() == TlcReport.Kind.LIVENESS;
        };
    }

    /** The states as a behaviour of the system; none where TLC was cut off while it printed them. */
    private Optional<Trace> trace(Violation violation, boolean whole) {
        try {
            List<State> states = violation.states().stream().map(parser::state).toList();
            Optional<Trace> trace = states.isEmpty() ? Optional.empty() : interpreter.replay(states, violation.loop());
            if (trace.isEmpty() && whole) {
                throw disagreement(violation, "the states are no behaviour of the system");
            }
            return trace;
        } catch (IllegalArgumentException e) {
            if (whole) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** TLC and the interpreter differ on what the system means: a bug of Baton, never of its user. */
    private IllegalStateException disagreement(Violation violation, String how) {
        return new IllegalStateException("TLC and the interpreter disagree: " + how + ". TLC says: "
                + violation.kind() + " " + violation.operator() + "\n" + String.join("\n", violation.states())
                + "\nof the module\n" + module.text());
    }

    CheckResult result(int workers, Instant start) {
        List<CheckResult.Answer> answers = new ArrayList<>();
        for (Property property : properties) {
            Verdict verdict = verdicts.get(property);
            if (verdict == null) {
                throw new IllegalStateException("no verdict on " + property.name());
            }
            answers.add(new CheckResult.Answer(property, verdict));
        }
        OptionalInt depth = workers == 1 ? statistics.depth() : OptionalInt.empty();
        return new CheckResult(
                answers,
                statistics.distinct(),
                statistics.generated(),
                depth,
                complete,
                Duration.between(start, Instant.now()));
    }
}
