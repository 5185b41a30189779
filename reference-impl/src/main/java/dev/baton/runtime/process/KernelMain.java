package dev.baton.runtime.process;

import dev.baton.runtime.Actor;
import dev.baton.runtime.Affinity;
import dev.baton.runtime.Machine;
import dev.baton.runtime.Pace;
import dev.baton.runtime.Seat;
import dev.baton.runtime.SharedMemory;
import dev.baton.runtime.free.Ending;
import dev.baton.runtime.free.FreeKernel;
import dev.baton.runtime.free.SeatTurns;
import dev.baton.runtime.log.LogRing;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * One life of one kernel, in a process of its own. Dies with whoever started it: when its standard input ends. Tells on
 * standard output how it ended, and its private variables.
 */
public final class KernelMain {
    /** How long a process that is told to end may take to end with the run. */
    private static final long GRACE = TimeUnit.SECONDS.toNanos(2);

    /** The last line of what it tells. */
    static final String TOLD = "told";

    private KernelMain() {}

    /** @param args see {@link Order#arguments} */
    public static void main(String[] args) throws Exception {
        Runtime.getRuntime().addShutdownHook(new Thread(KernelMain::outlive));
        Order order = Order.parse(args);
        Function<SharedMemory, Machine> protocol =
                Protocols.of(order.machine(), Thread.currentThread().getContextClassLoader());
        Machine machine =
                protocol.apply(SharedMemory.attach(order.folder().resolve(Order.MEMORY), protocol, order.locked()));
        Thread.ofPlatform().daemon().name("parent").start(() -> dieWithParent(order.folder()));
        Actor actor = machine.actor(order.actor());
        FreeKernel kernel = new FreeKernel(actor, order.member(), new SeatTurns());
        List<LogRing> rings = new ArrayList<>();
        for (int i = 0; i < order.rings(); i++) {
            rings.add(LogRing.mapped(order.ring(i), ProcessHost.RING));
        }
        Affinity affinity = Affinity.ofThisThread();
        kernel.start(rings, new FreeKernel.Manner(order.pace(), order.seed(), seat -> pin(affinity, machine, seat)));
        tell(kernel, kernel.await());
        Runtime.getRuntime().halt(0);
    }

    private static void pin(Affinity affinity, Machine machine, Seat seat) {
        int cpu = seat.actor().isEmpty()
                ? seat.number()
                : machine.actor(seat.actor()).holder(seat.number());
        boolean _ = affinity.pin(cpu);
    }

    private static void tell(FreeKernel kernel, Ending ending) {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        for (String name : kernel.units().variables()) {
            out.println("variable " + name + " " + kernel.units().variable(name));
        }
        out.println("ending " + ending.kind() + " " + ending.message().orElse(""));
        out.println(TOLD);
        out.flush();
    }

    /** Whoever started this process has closed its end, or is dead. */
    private static void dieWithParent(Path folder) {
        try {
            while (System.in.read() >= 0) {
                // Nothing is said that way.
            }
        } catch (IOException e) {
            // It is as dead then.
        }
        if (Files.exists(folder)) {
            Folders.delete(folder);
        }
        Runtime.getRuntime().halt(1);
    }

    /** A signal to the whole group is for the parent to handle: it ends the run, and with that this process. */
    private static void outlive() {
        long until = System.nanoTime() + GRACE;
        for (long left = GRACE; left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** What a process is to run. */
    record Order(
            String machine, Path folder, boolean locked, String actor, int member, int rings, Pace pace, long seed) {
        static final String MEMORY = "memory";

        static String name(String actor, int member, int strand) {
            return actor + "." + member + "." + strand + ".ring";
        }

        Path ring(int strand) {
            return folder.resolve(name(actor, member, strand));
        }

        List<String> arguments() {
            List<String> all = new ArrayList<>(List.of(
                    machine,
                    folder.toString(),
                    Boolean.toString(locked),
                    actor,
                    Integer.toString(member),
                    Integer.toString(rings),
                    Long.toString(seed),
                    Long.toString(pace.perSecond()),
                    pace.timeout().toString()));
            pace.delays().forEach((unit, delay) -> all.add(unit + "=" + delay));
            return all;
        }

        static Order parse(String[] args) {
            Pace pace = new Pace(Long.parseLong(args[7]), java.util.Map.of(), java.time.Duration.parse(args[8]));
            for (int i = 9; i < args.length; i++) {
                int at = args[i].indexOf('=');
                pace = pace.with(args[i].substring(0, at), java.time.Duration.parse(args[i].substring(at + 1)));
            }
            return new Order(
                    args[0],
                    Path.of(args[1]),
                    Boolean.parseBoolean(args[2]),
                    args[3],
                    Integer.parseInt(args[4]),
                    Integer.parseInt(args[5]),
                    pace,
                    Long.parseLong(args[6]));
        }
    }
}
