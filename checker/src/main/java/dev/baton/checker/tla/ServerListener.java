package dev.baton.checker.tla;

import dev.baton.checker.Watch;
import dev.baton.checker.tla.TlcReport.End;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a {@link TlcReport} of what TLC's server says. Of a violation it tells the last states alone, not what they
 * violate nor how they are reached: they are {@link #stopped}, and the report has no violations.
 */
final class ServerListener implements TlcRunner.Attendant {
    private final TlcListener listener = new TlcListener();
    private final List<String> stopped = new ArrayList<>();
    private final Crew crew;
    private boolean ready;
    private boolean violation;
    private int registered;
    private int lost;
    private int retried;

    /** Who sees to it that the server has workers. */
    interface Crew {
        /**
         * Called several times a second once the server is ready.
         *
         * @param working how many workers the server knows
         * @return why the run can't go on
         */
        Optional<String> tend(int working);

        /** What to say while there are no workers. */
        String awaited();
    }

    ServerListener(Crew crew) {
        this.crew = crew;
    }

    @Override
    public synchronized void message(TlcMessage message) {
        switch (message.code()) {
            case 7000 -> ready = true;
            case 7001 -> registered++;
            case 7002 -> lost++;
            case 7007 -> retried++;
            case 2121, 2102 -> violation = true;
            case 2217 -> stopped.add(message.text().substring(message.text().indexOf('\n') + 1));
            case 7003, 7006 -> {
                // figures of a worker at its end; that it was lost, which 7002 says too
            }
            default -> listener.message(message);
        }
    }

    private synchronized boolean ready() {
        return ready;
    }

    private synchronized int working() {
        return registered - lost;
    }

    @Override
    public Optional<End> attend() {
        return ready() ? crew.tend(working()).map(End.Abandoned::new) : Optional.empty();
    }

    @Override
    public Watch.Progress progress() {
        return listener.progress(ready() ? phase(working()) : "TLC's server starts");
    }

    private String phase(int workers) {
        return switch (workers) {
            case 0 -> crew.awaited();
            case 1 -> "TLC, 1 worker";
            default -> "TLC, " + workers + " workers";
        };
    }

    /** Whether the server stopped because something is violated. */
    synchronized boolean violation() {
        return violation;
    }

    /** The last states before it stopped: the one in which something is wrong, or the two of a step; maybe none. */
    synchronized List<String> stopped() {
        return List.copyOf(stopped);
    }

    @Override
    public synchronized TlcReport report(List<String> loose, End end) {
        TlcReport report = listener.report(loose, end);
        return !report.complete() || retried <= lost
                ? report
                : new TlcReport(
                        List.of(),
                        false,
                        false,
                        false,
                        report.statistics(),
                        report.collision(),
                        report.errors(),
                        new End.Abandoned(SKIPPED));
    }

    /**
     * A worker that could not deliver its answer is asked again, and then leaves out the states that it remembers. That
     * is harmless where the connection broke because the worker died: its states went to another.
     */
    private static final String SKIPPED =
            "the connection to a worker broke and came back, and TLC may skip states then: run it again";
}
