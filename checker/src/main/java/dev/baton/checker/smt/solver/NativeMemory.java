package dev.baton.checker.smt.solver;

import com.microsoft.z3.Global;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What Z3 may take beside the heap: all of its contexts together, for Z3 knows one limit for the process. Above it
 * questions have no answer, and their reason says so.
 */
public final class NativeMemory {
    private static final long LEAST = 64L << 20;

    private NativeMemory() {}

    /** @param bytes from the next question on; at least 64 MB are allowed */
    public static void limit(long bytes) {
        Global.setParameter("memory_high_watermark_mb", Long.toString(Math.max(bytes, LEAST) >> 20));
    }

    /** Three quarters of what the machine, or the container, has beside the largest heap. */
    public static long offered() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return (system.getTotalMemorySize() - Runtime.getRuntime().maxMemory()) / 4 * 3;
    }
}
