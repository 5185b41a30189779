package dev.baton.runtime.step;

import dev.baton.runtime.Journal;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** The step under way: who takes it, what it is told to choose, and how it is taken back. */
final class Turn {
    private static final Outcome.Taken TAKEN = new Outcome.Taken();

    private final Journal journal;
    private final Buffers buffers;
    private final Semaphore back = new Semaphore(0);
    private Optional<Strand> strand = Optional.empty();
    private long[] choices = {};
    private int chosen;
    private int bodies;

    Turn(Journal journal, Buffers buffers) {
        this.journal = journal;
        this.buffers = buffers;
    }

    Buffers buffers() {
        return buffers;
    }

    /** The strand that runs; absent while an action does. */
    Strand strand() {
        return strand.orElseThrow(() -> new IllegalStateException("a place of a task within an action"));
    }

    /** Lets a strand go on to its next place, or its end. */
    Outcome run(SteppedKernel kernel, Strand runs, long... choose) {
        strand = Optional.of(runs);
        begin(kernel, choose);
        buffers.run(runs.seat(), kernel.core());
        Outcome outcome = runs.resume(back);
        strand = Optional.empty();
        return end(kernel, outcome);
    }

    /** Lets an action happen on the caller's thread. */
    Outcome run(SteppedKernel kernel, Supplier<Outcome> action, long... choose) {
        begin(kernel, choose);
        buffers.run(kernel.units().seat(), kernel.core());
        return end(kernel, action.get());
    }

    private void begin(SteppedKernel kernel, long... choose) {
        choices = choose;
        chosen = 0;
        bodies = 0;
        kernel.units().save();
    }

    private Outcome end(SteppedKernel kernel, Outcome outcome) {
        switch (outcome) {
            case Outcome.Taken _ -> journal.commit();
            case Outcome.Refused _ -> undo(kernel);
            case Outcome.Violated _ -> undo(kernel);
        }
        return outcome;
    }

    private void undo(SteppedKernel kernel) {
        journal.undo();
        buffers.undo();
        kernel.units().restore();
    }

    static Outcome taken() {
        return TAKEN;
    }

    /** Ends a strand where it stands. */
    void abandon(Strand ended) {
        ended.abandon(back);
    }

    /** On a strand's thread: tells the test how the step ended, and waits for the next. */
    void stand(Outcome outcome) {
        strand().stand(outcome, back);
    }

    /** What the test wants to be chosen next, if it says. */
    Optional<Long> nextChoice() {
        return chosen < choices.length ? Optional.of(choices[chosen++]) : Optional.empty();
    }

    /** Whether the code that runs is left if it can't go on. */
    boolean isBody() {
        return bodies > 0;
    }

    void enterBody() {
        bodies++;
    }

    void leaveBody() {
        bodies--;
    }

    /** The step is begun anew by the strand itself. */
    void again() {
        bodies = 0;
    }

    /** A fault changed something. */
    void commit() {
        journal.commit();
    }
}
