package dev.baton.checker.explicit;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How much memory a search takes at most if nobody says. */
final class MemoryBudget {
    private MemoryBudget() {}

    /** Three quarters of what the machine, or the container, has beside this JVM's heap; at least 256 MB. */
    static long offered() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long heap = Runtime.getRuntime().totalMemory();
        return Math.max(256L << 20, (system.getTotalMemorySize() - heap) / 4 * 3);
    }
}
