package dev.baton.checker.smt.solver;

import com.microsoft.z3.Native;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/**
 * How much memory Z3 may take, all its contexts of this process together. Z3's own limits are for the whole process
 * too, and its solver for finite domains does not heed them: so somebody is to look again and again, and to stop it.
 *
 * @param bytes empty: as much as there is
 */
public record MemoryLimit(Optional<Long> bytes) {
    private static final long LEAST = 64L << 20;

    /** As much as there is. */
    public static final MemoryLimit NONE = new MemoryLimit(Optional.empty());

    /** Three quarters of what the machine, or the container, has beside the largest heap, in bytes. */
    public static long offered() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return Math.max(
                LEAST, (system.getTotalMemorySize() - Runtime.getRuntime().maxMemory()) / 4 * 3);
    }

    /** Whether Z3 has taken more. May be called by any thread. */
    public boolean exceeded() {
        return bytes.isPresent() && Native.getEstimatedAllocSize() > bytes.get();
    }

    /** Why a run was stopped. */
    public String reason() {
        return "memory: Z3 needs more than " + (bytes.orElseThrow() >> 20) + " MB";
    }
}
