package dev.baton.checker.smt;

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
    /** Behaviours of so many steps are looked at first; those who go on wait for what is proved until then. */
    private static final int SHALLOW = 8;

    private static final int POLL_MILLIS = 20;

    private final int depth;
    private final BooleanSupplier cancelled;
    private final IntConsumer progress;
    private final Map<Property, Found> found = new LinkedHashMap<>();
    private Facts facts = Facts.none();
    private Optional<String> stopped = Optional.empty();
    private OptionalInt farthest = OptionalInt.empty();
    private int steps = -1;

    /** @param progress told how many steps the behaviours have that it looks at next */
    BoundedRun(int depth, BooleanSupplier cancelled, IntConsumer progress) {
        this.depth = depth;
        this.cancelled = cancelled;
        this.progress = progress;
    }

    /** Whether a search of so many steps is to wait for what is proved. */
    static boolean deep(int depth) {
        return depth > SHALLOW;
    }

    /** @param proved what is proved by others; none of it may hang on how fast they are */
    void run(Function<Session, BoundedSearch> searching, Optional<CompletableFuture<Facts>> proved) {
        try (Session session = new Session(cancelled)) {
            BoundedSearch search = searching.apply(session);
            try {
                while (search.steps() < depth && !search.done()) {
                    if (search.steps() == SHALLOW && proved.isPresent()) {
                        facts = awaited(proved.get());
                        agree();
                        search.learn(facts);
                    }
                    progress.accept(search.steps() + 1);
                    search.deepen(f -> found.put(f.property(), f));
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

    private void agree() {
        for (Property property : facts.proved().keySet()) {
            if (found.containsKey(property)) {
                throw new IllegalStateException(property.name() + " is proved, and there is a counterexample: "
                        + found.get(property).states());
            }
        }
    }

    private Facts awaited(CompletableFuture<Facts> proved) {
        while (true) {
            if (cancelled.getAsBoolean()) {
                throw new StoppedException("cancelled");
            }
            try {
                return proved.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
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

    /** What it made use of. */
    Facts facts() {
        return facts;
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
