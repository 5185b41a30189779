package dev.baton.checker.explicit.search;

import com.sun.management.OperatingSystemMXBean;
import dev.baton.checker.Watch;
import java.lang.management.ManagementFactory;

/** Times the search of the mailbox: kernels, slots, numbers, workers. */
final class MailboxSearch {

    private MailboxSearch() {}

    public static void main(String[] arguments) {
        MailboxSystem system = new MailboxSystem(number(arguments, 0), number(arguments, 1), number(arguments, 2));
        SearchOptions options = SearchOptions.DEFAULT.withWorkers(number(arguments, 3));
        long begin = System.nanoTime();
        SearchResult result = Search.run(system, options, Watch.NOBODY);
        double seconds = (System.nanoTime() - begin) * 1e-9;
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        System.out.printf(
                "%s distinct=%d transitions=%d depth=%d decided=%d wall=%.3f cpu=%.3f peak_B/state=%.1f%n",
                result.ending(),
                result.distinct(),
                result.generated() - 1,
                result.depth(),
                result.decided().size(),
                seconds,
                machine.getProcessCpuTime() * 1e-9,
                (double) result.peakBytes() / result.distinct());
        result.states().close();
    }

    private static int number(String[] arguments, int at) {
        return Integer.parseInt(arguments[at]);
    }
}
