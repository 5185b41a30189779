package dev.baton.checker.smt.prove;

import com.microsoft.z3.Z3Exception;
import dev.baton.checker.smt.encode.CancelledException;
import dev.baton.checker.smt.proof.Outcome;
import dev.baton.checker.smt.solver.StoppedException;
import dev.baton.checker.smt.term.TooLargeException;
import dev.baton.model.interpreter.UndefinedException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/** A method at work on a property, in a thread of its own. */
final class Entrant {
    private final Method method;
    private final BooleanSupplier over;
    private final Thread thread;
    private volatile Optional<String> dismissed = Optional.empty();
    private volatile Optional<Throwable> bug = Optional.empty();

    /**
     * Starts it.
     *
     * @param over whether nobody wants to know any more
     * @param ready waits until the method may begin; told when to stop waiting
     * @param attempt told when to stop
     * @param ended told how it ended, in the thread of the method
     */
    Entrant(
            Method method,
            BooleanSupplier over,
            Consumer<BooleanSupplier> ready,
            Function<BooleanSupplier, Outcome> attempt,
            Consumer<Ended> ended) {
        this.method = method;
        this.over = over;
        this.thread = Thread.ofPlatform()
                .daemon()
                .name("prove " + method.label())
                .unstarted(() -> {
                    ready.accept(this::stopped);
                    Outcome outcome = outcome(attempt);
                    ended.accept(
                            new Ended(method, dismissed.isPresent() || !over.getAsBoolean(), reasoned(outcome), bug));
                });
        thread.start();
    }

    /**
     * How it ended.
     *
     * @param byItself nobody asked it to stop, or it would be asked again: with more time it would say the same
     * @param bug what should never have happened
     */
    record Ended(Method method, boolean byItself, Outcome outcome, Optional<Throwable> bug) {}

    Method method() {
        return method;
    }

    Thread thread() {
        return thread;
    }

    /** Asks it to stop, and says why. */
    void dismiss(String reason) {
        dismissed = Optional.of(reason);
    }

    boolean dismissed() {
        return dismissed.isPresent();
    }

    private boolean stopped() {
        return dismissed.isPresent() || over.getAsBoolean();
    }

    private Outcome reasoned(Outcome outcome) {
        return outcome instanceof Outcome.Undecided && dismissed.isPresent()
                ? new Outcome.Undecided(dismissed.get())
                : outcome;
    }

    /** Whatever becomes of it, the others may still decide. */
    private Outcome outcome(Function<BooleanSupplier, Outcome> attempt) {
        try {
            return attempt.apply(this::stopped);
        } catch (CancelledException e) {
            return new Outcome.Undecided("cancelled");
        } catch (StoppedException e) {
            return new Outcome.Undecided(e.reason());
        } catch (TooLargeException e) {
            return new Outcome.Undecided(e.because());
        } catch (UndefinedException | Z3Exception e) {
            return new Outcome.Undecided(String.valueOf(e.getMessage()));
        } catch (OutOfMemoryError e) {
            return new Outcome.Undecided("memory: the Java heap is full");
        } catch (StackOverflowError e) {
            return new Outcome.Undecided("its formulas are nested too deep");
        } catch (RuntimeException | Error e) {
            bug = Optional.of(e);
            return new Outcome.Undecided("internal error: " + e);
        }
    }
}
