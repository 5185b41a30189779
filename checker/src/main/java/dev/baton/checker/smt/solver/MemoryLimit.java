package dev.baton.checker.smt.solver;

import com.microsoft.z3.Global;
import java.util.Optional;

/** How much memory Z3 may take: one number for all of the process, so runs with a limit go one after the other. */
public final class MemoryLimit implements AutoCloseable {
    private static final String PARAMETER = "memory_high_watermark_mb";
    private static final String UNLIMITED = "4294967295";

    private final Optional<Long> bytes;

    /** @param bytes empty: as much as there is */
    public MemoryLimit(Optional<Long> bytes) {
        this.bytes = bytes;
        bytes.ifPresent(limit -> Global.setParameter(PARAMETER, Long.toString(Math.max(1, limit >> 20))));
    }

    @Override
    public void close() {
        bytes.ifPresent(_ -> Global.setParameter(PARAMETER, UNLIMITED));
    }
}
