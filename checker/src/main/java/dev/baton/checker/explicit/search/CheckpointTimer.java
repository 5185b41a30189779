package dev.baton.checker.explicit.search;

import java.io.IOException;

/** Writes checkpoints when it is time. */
final class CheckpointTimer {

    private final Checkpointing checkpointing;
    private long written = System.nanoTime();
    private boolean started;

    CheckpointTimer(Checkpointing checkpointing) {
        this.checkpointing = checkpointing;
    }

    boolean due() {
        return System.nanoTime() - written >= checkpointing.every().toNanos();
    }

    /** Whether a checkpoint was written: the search is a long one. */
    boolean started() {
        return started;
    }

    void save(Body body) {
        try (CheckpointWriter out = new CheckpointWriter(checkpointing.file())) {
            body.save(checkpointing.system(), out);
            out.finish();
        } catch (IOException e) {
            checkpointing.failed().accept(e);
        }
        written = System.nanoTime();
        started = true;
    }

    /** Puts all that a search needs to go on. */
    interface Body {
        void save(String name, CheckpointWriter out) throws IOException;
    }
}
