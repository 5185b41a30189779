package dev.baton.cli;

import dev.baton.checker.Watch;
import dev.baton.cli.check.CheckRun;
import dev.baton.cli.check.PlannedCheck;
import dev.baton.cli.report.Labels;
import java.time.Duration;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * Tells on standard error how far a long check is: after a second on one line that is drawn anew, where that is a
 * terminal; else as a plain line every five seconds.
 */
final class ProgressLine implements CheckRun.Observer {
    private static final long PATIENCE = Duration.ofSeconds(1).toNanos();
    private static final long REDRAW = Duration.ofMillis(200).toNanos();
    private static final long REPEAT = Duration.ofSeconds(5).toNanos();

    private final Console console;
    private final Labels labels;
    private long start = System.nanoTime();
    private long next = start + PATIENCE;
    private boolean drawn;
    /** What was done when this was last said, and when that was. */
    private long told;

    private long toldAt = start;

    ProgressLine(Console console, Labels labels) {
        this.console = console;
        this.labels = labels;
    }

    @Override
    public synchronized void progress(PlannedCheck check, String engine, Watch.Progress progress) {
        long now = System.nanoTime();
        if (now < next) {
            return;
        }
        String line = labels.of(check) + " (" + engine + "): " + text(progress, now);
        if (console.redraws()) {
            next = now + REDRAW;
            String shown = line.length() < console.width() ? line : line.substring(0, console.width() - 1);
            console.err().print("\r\u001b[K" + shown);
            console.err().flush();
            drawn = true;
        } else {
            next = now + REPEAT;
            console.err().println(line);
        }
    }

    @Override
    public synchronized void notice(String sentence) {
        done();
        console.err().println("note: " + sentence);
    }

    @Override
    public synchronized void done() {
        if (drawn) {
            console.err().print("\r\u001b[K");
            console.err().flush();
            drawn = false;
        }
        start = System.nanoTime();
        next = start + PATIENCE;
        told = 0;
        toldAt = start;
    }

    private String text(Watch.Progress progress, long now) {
        StringJoiner text = new StringJoiner(", ");
        text.add(progress.phase());
        progress.distinct().ifPresent(n -> text.add(count(n) + (n == 1 ? " state" : " states")));
        if (progress.distinct().isEmpty()) {
            progress.generated().ifPresent(n -> text.add(count(n) + (n == 1 ? " step" : " steps")));
        }
        long done = progress.distinct().orElse(progress.generated().orElse(0));
        if (now > toldAt && done > told) {
            text.add(count(Math.round((done - told) * 1e9 / (now - toldAt))) + " a second");
        }
        told = done;
        toldAt = now;
        progress.frontier().ifPresent(n -> text.add(count(n) + " to visit"));
        progress.depth().ifPresent(n -> text.add("depth " + n));
        progress.memoryBytes().ifPresent(n -> text.add(count(n >> 20) + " MB"));
        progress.load().ifPresent(l -> text.add(String.format(Locale.ROOT, "table %.0f %% full", l * 100)));
        progress.done().ifPresent(d -> text.add(String.format(Locale.ROOT, "%.0f %%", d * 100)));
        return text.add((now - start) / 1_000_000_000L + " s").toString();
    }

    private static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }
}
