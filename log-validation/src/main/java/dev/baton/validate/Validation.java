package dev.baton.validate;

import dev.baton.model.lowering.ControlPoints;
import dev.baton.model.protocol.Actor;
import dev.baton.model.system.Action;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Reads a log to its end, or to where it is no behaviour any more. */
public final class Validation {
    private static final int OFTEN = 1024;

    private Validation() {}

    /** Is told now and then how far it is. */
    @FunctionalInterface
    public interface Observer {
        /** @param ways to explain the events so far */
        void progress(Verdict.Count count, int ways);
    }

    /**
     * Decides whether a log is a behaviour of a protocol.
     *
     * @throws LogException if the log is broken, or tells of what the protocol does not have
     */
    public static Verdict of(
            Subject subject, LogReader log, Validator.Options options, BooleanSupplier cancelled, Observer observer)
            throws IOException, LogException {
        if (log.map().isPresent()) {
            for (LogMap.Hidden hidden : log.map().get().hidden()) {
                hide(subject, hidden);
            }
        }
        Resolver resolver = new Resolver(subject);
        Validator validator = new Validator(subject, options, cancelled);
        long read = 0;
        for (Optional<LogLine> line = log.next(); line.isPresent(); line = log.next()) {
            LogLine l = line.get();
            Optional<Verdict> end =
                    validator.next(new Event(l.number(), l.time(), l.text(), resolver.resolve(l.number(), l.text())));
            if (end.isPresent()) {
                return end.get();
            }
            if (++read % OFTEN == 0) {
                observer.progress(validator.count(), validator.ways());
                if (cancelled.getAsBoolean()) {
                    return validator.interrupted();
                }
            }
        }
        return validator.finish();
    }

    private static void hide(Subject subject, LogMap.Hidden hidden) throws LogException {
        List<Action> actions = new ArrayList<>();
        for (Actor actor : subject.protocol().actors()) {
            if (actor.name().equals(hidden.actor())) {
                Optional<ControlPoints.Unit> unit = subject.units().unit(actor, hidden.unit());
                unit.ifPresent(u -> actions.addAll(actions(subject, u, hidden.label())));
                if (unit.isEmpty()) {
                    actions.addAll(subject.units().actions(actor, hidden.unit()));
                }
            }
        }
        if (actions.isEmpty()) {
            throw new LogException(
                    hidden.line(),
                    "the protocol has no step `" + hidden.actor() + " " + hidden.unit() + " " + hidden.label() + "`",
                    "write the actor, its task, IPI or action, and a place, `*`, `deliver` or `-`");
        }
        actions.forEach(subject::hide);
    }

    private static List<Action> actions(Subject subject, ControlPoints.Unit unit, String label) {
        if (label.equals("deliver")) {
            return subject.units().deliveries(unit);
        }
        return unit.points().stream()
                .filter(p -> label.equals("*") || p.original().equals(label))
                .flatMap(p -> subject.units().steps(unit, p.label()).stream())
                .distinct()
                .toList();
    }
}
