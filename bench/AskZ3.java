import com.microsoft.z3.Native;
import com.microsoft.z3.Version;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Gives Z3 a script in parts, between lines `; --`, and prints of each how many seconds of the processor all took by
 * then, and what Z3 printed. Ends where they are used up: {@code AskZ3 SECONDS SCRIPT}.
 */
public final class AskZ3 {
    private AskZ3() {}

    public static void main(String[] arguments) throws Exception {
        System.out.println("z3 " + Version.getString());
        long context = Native.mkContext(Native.mkConfig());
        var clock = ManagementFactory.getThreadMXBean();
        long solver = Thread.currentThread().threadId();
        long start = clock.getThreadCpuTime(solver);
        double limit = Double.parseDouble(arguments[0]);
        Thread.ofPlatform().daemon().start(() -> {
            while ((clock.getThreadCpuTime(solver) - start) / 1e9 < limit) {
                try {
                    Thread.sleep(20);
                } catch (InterruptedException e) {
                    return;
                }
            }
            System.out.flush();
            Runtime.getRuntime().halt(0);
        });
        for (String part : Files.readString(Path.of(arguments[1])).split("; --\n")) {
            String said = Native.evalSmtlib2String(context, part).strip().replace('\n', ' ');
            double seconds = (clock.getThreadCpuTime(solver) - start) / 1e9;
            System.out.println(String.format(Locale.ROOT, "%.2f %s", seconds, said));
            System.out.flush();
        }
        Runtime.getRuntime().halt(0);
    }
}
