package dev.baton.checker.smt.certificate;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A solver that reads SMT-LIB text with one {@code check-sat} in it. For one thread. */
public interface ScriptSolver extends AutoCloseable {

    /** Of which make it is: {@code z3}. */
    String name();

    /**
     * Whether it can be asked on this machine.
     *
     * @param detail its version, or why it can't
     */
    record Version(boolean present, String detail) {}

    /** Which one it is. Loads it. */
    Version version();

    /**
     * Asks; what goes wrong in the solver is {@link Answer.Unknown}.
     *
     * @param patience for this one question
     * @param cancelled polled; once it says so the answer is Unknown, soon
     */
    Answer ask(String script, Duration patience, BooleanSupplier cancelled);

    /** Gives back what it holds; it may be asked again. */
    @Override
    default void close() {
        // most hold nothing between two questions
    }

    /** All that there are; the first is the maker's that Baton proves with. */
    static List<ScriptSolver> all() {
        return List.of(new Z3Solver(), new Cvc5Solver(), new SmtInterpolSolver());
    }
}
