package dev.baton.checker.smt.solver;

import com.microsoft.z3.Context;
import com.microsoft.z3.Version;
import com.microsoft.z3.Z3Exception;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * A context of Z3 with somebody who interrupts it: while a question is asked, {@code cancelled} is polled every few
 * milliseconds. All of a session is for one thread.
 */
public final class Session implements AutoCloseable {
    private static final int POLL_MILLIS = 20;
    /** What Z3 says of a call that was interrupted. */
    private static final String INTERRUPTED = "canceled";

    private final Context context;
    private final BooleanSupplier cancelled;
    private final long most;
    private final Thread interrupter;
    private long asked;
    private volatile boolean asking;
    private volatile boolean closed;

    /** Why Z3 can't be asked on this machine; empty if it can. */
    public static Optional<String> unavailable() {
        try {
            return Version.getString().isEmpty() ? Optional.of("Z3 does not say who it is") : Optional.empty();
        } catch (LinkageError e) {
            return Optional.of("Z3 does not load here: " + e.getMessage());
        }
    }

    /** @param cancelled whether to stop; called from another thread too */
    public Session(BooleanSupplier cancelled) {
        this(cancelled, Long.MAX_VALUE);
    }

    /**
     * A session for so many questions: what comes of a search that is bounded like this is the same every time.
     *
     * @param cancelled whether to stop; called from another thread too
     * @param most questions that are answered
     */
    public Session(BooleanSupplier cancelled, long most) {
        this.cancelled = cancelled;
        this.most = most;
        this.context = new Context(Map.of());
        this.interrupter = Thread.ofPlatform().daemon().name("z3-interrupter").start(this::watch);
    }

    public Context context() {
        return context;
    }

    public boolean cancelled() {
        return cancelled.getAsBoolean();
    }

    /** An interrupt before the question is lost, so it is said again until the question is over. */
    private void watch() {
        while (!closed) {
            if (asking && cancelled.getAsBoolean()) {
                context.interrupt();
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /**
     * Does work in a session of its own.
     *
     * @throws StoppedException also where Z3 was interrupted between two questions
     */
    public static <T> T run(BooleanSupplier cancelled, Function<Session, T> work) {
        try (Session session = new Session(cancelled)) {
            return work.apply(session);
        } catch (Z3Exception e) {
            throw new StoppedException(cancelled.getAsBoolean() ? "cancelled" : "Z3: " + e.getMessage());
        }
    }

    /** A question to Z3. */
    @FunctionalInterface
    public interface Question<T> {
        T ask();
    }

    /**
     * Asks.
     *
     * @throws StoppedException where Z3 does not answer, whatever the reason
     */
    public <T> T ask(Question<T> question) {
        if (cancelled.getAsBoolean()) {
            throw new StoppedException("cancelled");
        }
        if (++asked > most) {
            throw new StoppedException("undecided after " + most + " questions");
        }
        asking = true;
        try {
            return question.ask();
        } catch (Z3Exception e) {
            throw new StoppedException(cancelled.getAsBoolean() ? "cancelled" : "Z3: " + e.getMessage());
        } finally {
            asking = false;
        }
    }

    /**
     * What is no question, but comes between two: an interrupt that was meant for the last one, and came just too late,
     * ends it too.
     *
     * @throws StoppedException where that happens
     */
    static <T> T uninterrupted(Question<T> work) {
        try {
            return work.ask();
        } catch (Z3Exception e) {
            if (INTERRUPTED.equals(e.getMessage())) {
                throw new StoppedException("cancelled");
            }
            throw e;
        }
    }

    /** Nobody may be asking any more: a context that is closed under a question takes the JVM with it. */
    @Override
    public void close() {
        closed = true;
        interrupter.interrupt();
        boolean interrupted = false;
        while (interrupter.isAlive()) {
            try {
                interrupter.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        context.close();
    }
}
