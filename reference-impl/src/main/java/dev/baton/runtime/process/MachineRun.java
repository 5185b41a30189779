package dev.baton.runtime.process;

import dev.baton.runtime.Machine;
import dev.baton.runtime.SharedMemory;
import dev.baton.runtime.log.LogDrain;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** Runs a generated machine: all its kernels in this process, or each in one of its own. */
public final class MachineRun {
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(1);
    /** How long the end of the whole process waits for the end of the run: longer than its kernels may take to end. */
    private static final long GRACE = TimeUnit.SECONDS.toNanos(3);

    private static final int TEXT = 1 << 16;

    private final String machine;
    private final ClassLoader loader;
    private final List<Path> classPath;
    private final AtomicBoolean stopped = new AtomicBoolean();

    /**
     * A machine to run.
     *
     * @param machine the name of the generated class that extends {@link Machine}
     * @param loader finds it, and all that it needs
     * @param classPath where processes find it; the runtime need not be there
     */
    public MachineRun(String machine, ClassLoader loader, List<Path> classPath) {
        this.machine = machine;
        this.loader = loader;
        this.classPath = new ArrayList<>(classPath);
        Path runtime = runtime();
        if (!this.classPath.contains(runtime)) {
            this.classPath.add(runtime);
        }
    }

    /** One that is on the class path of this process. */
    public static MachineRun of(Class<? extends Machine> machine) {
        List<Path> own = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        return new MachineRun(machine.getName(), machine.getClassLoader(), own);
    }

    private static Path runtime() {
        try {
            return Path.of(Machine.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends the run soon, from any thread. */
    public void stop() {
        stopped.set(true);
    }

    /**
     * Runs it to its end. No process, file or thread of it is left when this returns, or when this process ends.
     *
     * @throws IOException if files can't be written, or processes can't be started
     * @throws IllegalArgumentException if there is no such machine, or faults name actors that it hasn't
     */
    public RunReport run(RunOptions options) throws IOException {
        Function<SharedMemory, Machine> protocol = Protocols.of(machine, loader);
        boolean undo = options.pace().delays().values().stream().anyMatch(d -> !d.isZero());
        if (!options.processes()) {
            Machine made = protocol.apply(SharedMemory.anonymous(protocol, undo));
            try (Host host = new ThreadHost(made, options)) {
                return logged(made, host, options);
            }
        }
        Path folder = Folders.create();
        try {
            Path memory = folder.resolve(KernelMain.Order.MEMORY);
            Machine made = protocol.apply(SharedMemory.create(memory, protocol, undo));
            try (ProcessHost host = new ProcessHost(made, classPath, folder, options)) {
                CountDownLatch over = new CountDownLatch(1);
                Thread atExit = new Thread(() -> {
                    stop();
                    await(over);
                    host.killAll();
                    Folders.delete(folder);
                });
                hook(atExit);
                try {
                    return logged(made, host, options);
                } finally {
                    over.countDown();
                    unhook(atExit);
                }
            }
        } finally {
            Folders.delete(folder);
        }
    }

    private void hook(Thread atExit) {
        try {
            Runtime.getRuntime().addShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // This process ends already.
            stop();
        }
    }

    private static void await(CountDownLatch over) {
        try {
            boolean _ = over.await(GRACE, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void unhook(Thread atExit) {
        try {
            boolean _ = Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // It runs already.
        }
    }

    private RunReport logged(Machine made, Host host, RunOptions options) throws IOException {
        if (options.log().isEmpty()) {
            return new Supervisor(made, host, Optional.empty(), options, stopped::get).run();
        }
        try (BufferedWriter text =
                new BufferedWriter(Files.newBufferedWriter(options.log().get(), StandardCharsets.UTF_8), TEXT)) {
            LogDrain drain = new LogDrain(made, text);
            AtomicBoolean over = new AtomicBoolean();
            Thread draining = Thread.ofPlatform().daemon().name("log").start(() -> drain(drain, over));
            RunReport report;
            try {
                report = new Supervisor(made, host, Optional.of(drain), options, stopped::get).run();
            } finally {
                over.set(true);
                join(draining);
            }
            drain.finish();
            return new RunReport(
                    report.ended(),
                    report.took(),
                    report.violations(),
                    report.lives(),
                    report.crashes(),
                    drain.written(),
                    report.variables(),
                    report.notes());
        }
    }

    private void drain(LogDrain drain, AtomicBoolean over) {
        while (!over.get()) {
            if (!drain.drain()) {
                LockSupport.parkNanos(LOOK);
            }
            if (drain.failed()) {
                stop();
            }
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
