package dev.baton.runtime.process;

import dev.baton.runtime.Actor;
import dev.baton.runtime.Affinity;
import dev.baton.runtime.Machine;
import dev.baton.runtime.free.FreeKernel;
import dev.baton.runtime.free.SeatTurns;
import dev.baton.runtime.log.LogRing;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Each life of a kernel a process of its own, which shares nothing but the mapped memory. */
final class ProcessHost implements Host {
    /** Words of a ring. */
    static final int RING = 1 << 16;

    private final Machine machine;
    private final List<Path> classPath;
    private final Path folder;
    private final RunOptions options;
    /** Those of each member, by its name: each of its lives goes on in them. */
    private final Map<String, List<LogRing>> rings = new HashMap<>();

    private final List<ChildProcess> children = new ArrayList<>();

    /** @param folder with the mapped memory in it */
    ProcessHost(Machine machine, List<Path> classPath, Path folder, RunOptions options) {
        this.machine = machine;
        this.classPath = List.copyOf(classPath);
        this.folder = folder;
        this.options = options;
    }

    @Override
    public List<LogRing> rings(Actor actor, int member) throws IOException {
        List<LogRing> all = rings.computeIfAbsent(actor.called(member), _ -> new ArrayList<>());
        if (all.isEmpty() && options.log().isPresent()) {
            int strands = new FreeKernel(actor, member, new SeatTurns()).strands();
            for (int i = 0; i < strands; i++) {
                Path file = folder.resolve(KernelMain.Order.name(actor.name(), member, i));
                all.add(LogRing.mapped(file, RING));
            }
        }
        return List.copyOf(all);
    }

    @Override
    public synchronized Running launch(Actor actor, int member, List<LogRing> rings) throws IOException {
        KernelMain.Order order = new KernelMain.Order(
                machine.getClass().getName(),
                folder,
                machine.isLocked(),
                actor.name(),
                member,
                rings.size(),
                options.pace(),
                options.seed());
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Xmx64m"));
        command.addAll(options.jvm());
        command.add("-cp");
        command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(KernelMain.class.getName());
        command.addAll(order.arguments());
        ChildProcess child =
                ChildProcess.start(command, rings, machine.signals().launcher()::notice);
        children.removeIf(c -> !c.isRunning());
        children.add(child);
        return child;
    }

    @Override
    public List<String> notes() {
        return Affinity.ofThisThread().cpus() == 0
                ? List.of("cores are not pinned to CPUs: the system doesn't let them")
                : List.of();
    }

    @Override
    public void close() {
        killAll();
    }

    /** Kills all processes that still run. */
    synchronized void killAll() {
        children.forEach(ChildProcess::kill);
    }
}
