package dev.baton.checker.smt;

import dev.baton.checker.Verdict.Guarantee;
import dev.baton.checker.smt.bounded.BoundedSearch;
import dev.baton.checker.smt.bounded.Found;
import dev.baton.checker.smt.encode.CancelledException;
import dev.baton.checker.smt.facts.Facts;
import dev.baton.checker.smt.solver.Session;
import dev.baton.checker.smt.solver.StoppedException;
import dev.baton.checker.smt.term.TooLargeException;
import dev.baton.model.interpreter.UndefinedException;
import dev.baton.model.system.Property;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntConsumer;

/** One bounded search from its beginning to its bound, or to whatever stops it. For one thread. */
final class BoundedRun {
    /** Behaviours of so many steps are looked at first; those who go on wait for what is quickly proved. */
    static final int SHALLOW = 8;

    /** Who goes on beyond so many steps waits for all that is proved. */
    static final int DEEP = 14;

    /** What is farther away than so many steps is worth a proof that it is. */
    static final int FAR = 20;

    private static final int POLL_MILLIS = 20;

    private final int depth;
    private final BooleanSupplier cancelled;
    private final IntConsumer progress;
    private final Map<Property, Found> found = new LinkedHashMap<>();
    private final Map<Property, Guarantee.Proof> proved = new LinkedHashMap<>();
    private Optional<String> stopped = Optional.empty();
    private OptionalInt farthest = OptionalInt.empty();
    private int steps = -1;

    /** @param progress told how many steps the behaviours have that it looks at next */
    BoundedRun(int depth, BooleanSupplier cancelled, IntConsumer progress) {
        this.depth = depth;
        this.cancelled = cancelled;
        this.progress = progress;
    }

    /**
     * What to wait for, and when: how deep a search is then must not hang on how fast others are.
     *
     * @param steps once behaviours of so many steps were looked at
     */
    record Awaited(int steps, CompletableFuture<Facts> facts) {}

    void run(Function<Session, BoundedSearch> searching, List<Awaited> awaited) {
        try (Session session = new Session(cancelled)) {
            BoundedSearch search = searching.apply(session);
            try {
                while (search.steps() < depth && !search.done()) {
                    for (Awaited one : awaited) {
                        if (one.steps == search.steps()) {
                            learn(search, awaited(one.facts));
                        }
                    }
                    if (!search.done()) {
                        progress.accept(search.steps() + 1);
                        search.deepen(f -> found.put(f.property(), f));
                    }
                }
            } finally {
                steps = search.steps();
                farthest = search.farthest();
            }
        } catch (UndefinedException e) {
            stopped = Optional.of(String.valueOf(e.getMessage()));
        } catch (StoppedException e) {
            stopped = Optional.of(e.reason());
        } catch (CancelledException e) {
            stopped = Optional.of("cancelled");
        } catch (TooLargeException e) {
            stopped = Optional.of(e.because());
        }
    }

    private void learn(BoundedSearch search, Facts facts) {
        proved.putAll(facts.proved());
        agree();
        search.learn(facts);
    }

    private void agree() {
        for (Property property : proved.keySet()) {
            if (found.containsKey(property)) {
                throw new IllegalStateException(property.name() + " is proved, and there is a counterexample: "
                        + found.get(property).states());
            }
        }
    }

    private Facts awaited(CompletableFuture<Facts> facts) {
        while (true) {
            if (cancelled.getAsBoolean()) {
                throw new StoppedException("cancelled");
            }
            try {
                return facts.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // not yet
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StoppedException("interrupted");
            } catch (ExecutionException e) {
                return failed(Objects.requireNonNullElse(e.getCause(), e));
            }
        }
    }

    /** What can't be proved is no reason to stop, but what must not be is. */
    private static Facts failed(Throwable cause) {
        return switch (cause) {
            case CancelledException _ -> throw new StoppedException("cancelled");
            case TooLargeException _, StoppedException _, OutOfMemoryError _, StackOverflowError _ -> Facts.none();
            default -> throw new IllegalStateException("proving facts failed", cause);
        };
    }

    Map<Property, Found> found() {
        return found;
    }

    /** What others have proved, so that it was not asked for any more. */
    Map<Property, Guarantee.Proof> proved() {
        return proved;
    }

    /** Why it did not get to its end, if so. */
    Optional<String> stopped() {
        return stopped;
    }

    /** As {@link BoundedSearch#farthest}. */
    OptionalInt farthest() {
        return farthest;
    }

    /** As {@link BoundedSearch#steps}. */
    int steps() {
        return steps;
    }
}
