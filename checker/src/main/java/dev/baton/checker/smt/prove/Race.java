package dev.baton.checker.smt.prove;

import dev.baton.checker.smt.proof.Outcome;
import dev.baton.checker.smt.proof.Task;
import dev.baton.checker.smt.solver.MemoryLimit;
import dev.baton.checker.smt.solver.Session;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;

/**
 * All methods at once on one property, each with formulas and a solver of its own. The first that decides ends the
 * others. Where memory is short, they go one after the other.
 */
final class Race {
    private static final int POLL_MILLIS = 20;

    private final TransitionSystem system;
    private final BiFunction<Method, Task, Outcome> attempt;
    private final BooleanSupplier cancelled;
    private final MemoryLimit memory;
    private final BiConsumer<Method, String> progress;

    /**
     * Of methods that are still to be named.
     *
     * @param attempt what to do for a method, in a thread of its own
     * @param cancelled asked from several threads
     */
    Race(
            TransitionSystem system,
            BiFunction<Method, Task, Outcome> attempt,
            BooleanSupplier cancelled,
            MemoryLimit memory,
            BiConsumer<Method, String> progress) {
        this.system = system;
        this.attempt = attempt;
        this.cancelled = cancelled;
        this.memory = memory;
        this.progress = progress;
    }

    /**
     * How it ended.
     *
     * @param undecided what the others said
     * @param learned what those who did not decide had learned
     * @param gaveUp those of the others that were not asked to stop: with more time they would say the same
     * @param bugs what should never have happened to those of the others
     */
    record Result(
            Optional<Winner> winner,
            Map<Method, String> undecided,
            List<Outcome.Learned> learned,
            Set<Method> gaveUp,
            Map<Method, Throwable> bugs,
            Duration took) {}

    record Winner(Method method, Outcome outcome) {}

    /**
     * @param known holds in all reachable states; all of it together is inductive
     * @param methods those to ask
     */
    Result of(Property property, List<Term> known, List<Method> methods) {
        long start = System.nanoTime();
        Finish finish = new Finish();
        Map<Method, String> undecided = new EnumMap<>(Method.class);
        Map<Method, List<Outcome.Learned>> learned = new EnumMap<>(Method.class);
        Set<Method> gaveUp = EnumSet.noneOf(Method.class);
        Map<Method, Throwable> bugs = new EnumMap<>(Method.class);
        // those that begin at once
        CountDownLatch early = new CountDownLatch(
                (int) methods.stream().filter(m -> m.headStart().isZero()).count());
        List<Entrant> entrants = new ArrayList<>();
        for (Method method : methods) {
            entrants.add(new Entrant(
                    method,
                    () -> finish.over() || cancelled.getAsBoolean(),
                    stop -> await(early, start + method.headStart().toNanos(), stop),
                    stop -> attempt(method, property, known, stop),
                    ended -> {
                        if (ended.outcome() instanceof Outcome.Undecided said) {
                            synchronized (undecided) {
                                undecided.put(method, said.reason());
                                learned.put(method, said.learned());
                                ended.bug().ifPresent(bug -> bugs.put(method, bug));
                                if (ended.byItself()) {
                                    gaveUp.add(method);
                                }
                            }
                        } else {
                            finish.decided(new Winner(method, ended.outcome()));
                        }
                        if (method.headStart().isZero()) {
                            early.countDown();
                        }
                    }));
        }
        await(entrants);
        return new Result(
                finish.winner(),
                Map.copyOf(undecided),
                learned.values().stream().flatMap(List::stream).toList(),
                Set.copyOf(gaveUp),
                Map.copyOf(bugs),
                Duration.ofNanos(System.nanoTime() - start));
    }

    /** Until it is time, or nobody else is at it any more, or it is not wanted at all. */
    private static void await(CountDownLatch early, long time, BooleanSupplier stop) {
        try {
            while (System.nanoTime() - time < 0 && !stop.getAsBoolean()) {
                if (early.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Outcome attempt(Method method, Property property, List<Term> known, BooleanSupplier stop) {
        if (stop.getAsBoolean()) {
            return new Outcome.Undecided("cancelled");
        }
        SymbolicSystem own = new SymbolicSystem(system, stop);
        List<Term> lemmas = known.stream().map(own.terms()::imported).toList();
        Term bad = own.stateTarget(property);
        return Session.run(
                stop,
                session -> attempt.apply(
                        method, new Task(own, session, lemmas, bad, said -> progress.accept(method, said))));
    }

    /** A session must not be left alone: whoever interrupts this thread waits until the methods have stopped. */
    private void await(List<Entrant> entrants) {
        boolean interrupted = false;
        List<Entrant> running = new ArrayList<>(entrants);
        while (!running.isEmpty()) {
            try {
                running.getFirst().thread().join(POLL_MILLIS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
            running.removeIf(entrant -> !entrant.thread().isAlive());
            if (memory.exceeded() && running.stream().noneMatch(Entrant::dismissed)) {
                running.stream()
                        .filter(entrant -> entrant.method().appetite() > 0)
                        .max(Comparator.comparingInt(entrant -> entrant.method().appetite()))
                        .ifPresent(entrant -> entrant.dismiss(memory.reason()));
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
