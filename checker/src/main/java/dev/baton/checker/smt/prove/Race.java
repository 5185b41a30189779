package dev.baton.checker.smt.prove;

import dev.baton.checker.smt.encode.CancelledException;
import dev.baton.checker.smt.proof.Outcome;
import dev.baton.checker.smt.proof.Task;
import dev.baton.checker.smt.solver.Session;
import dev.baton.checker.smt.solver.StoppedException;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.TooLargeException;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;

/**
 * All methods at once on one property, each with formulas and a solver of its own. The first that decides ends the
 * others.
 */
final class Race {
    private final TransitionSystem system;
    private final BiFunction<Method, Task, Outcome> attempt;
    private final BooleanSupplier cancelled;
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
            BiConsumer<Method, String> progress) {
        this.system = system;
        this.attempt = attempt;
        this.cancelled = cancelled;
        this.progress = progress;
    }

    /**
     * How it ended.
     *
     * @param undecided what the others said
     * @param learned what those who did not decide had learned
     * @param gaveUp those of the others that were not asked to stop: with more time they would say the same
     */
    record Result(
            Optional<Winner> winner,
            Map<Method, String> undecided,
            List<Outcome.Learned> learned,
            Set<Method> gaveUp,
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
        List<Thread> threads = new ArrayList<>();
        BooleanSupplier stop = () -> finish.over() || cancelled.getAsBoolean();
        for (Method method : methods) {
            threads.add(
                    Thread.ofPlatform().daemon().name("prove " + method.label()).start(() -> {
                        Outcome outcome = attempt(method, property, known, stop);
                        if (outcome instanceof Outcome.Undecided said) {
                            boolean asked = stop.getAsBoolean();
                            synchronized (undecided) {
                                undecided.put(method, said.reason());
                                learned.put(method, said.learned());
                                if (!asked) {
                                    gaveUp.add(method);
                                }
                            }
                        } else {
                            finish.decided(new Winner(method, outcome));
                        }
                    }));
        }
        threads.forEach(Race::await);
        return new Result(
                finish.winner(),
                Map.copyOf(undecided),
                learned.values().stream().flatMap(List::stream).toList(),
                Set.copyOf(gaveUp),
                Duration.ofNanos(System.nanoTime() - start));
    }

    private Outcome attempt(Method method, Property property, List<Term> known, BooleanSupplier stop) {
        try {
            SymbolicSystem own = new SymbolicSystem(system, stop);
            List<Term> lemmas = known.stream().map(own.terms()::imported).toList();
            Term bad = own.stateTarget(property);
            return Session.run(
                    stop,
                    session -> attempt.apply(
                            method, new Task(own, session, lemmas, bad, said -> progress.accept(method, said))));
        } catch (CancelledException e) {
            return new Outcome.Undecided("cancelled");
        } catch (StoppedException e) {
            return new Outcome.Undecided(e.reason());
        } catch (TooLargeException e) {
            return new Outcome.Undecided(e.because());
        } catch (OutOfMemoryError e) {
            return new Outcome.Undecided("memory: the Java heap is full");
        } catch (StackOverflowError e) {
            return new Outcome.Undecided("its formulas are nested too deep");
        } catch (RuntimeException e) {
            // the others may still decide, and whatever they say stands
            return new Outcome.Undecided("internal error: " + e);
        }
    }

    /** A session must not be left alone: whoever interrupts this thread waits until the methods have stopped. */
    private static void await(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
