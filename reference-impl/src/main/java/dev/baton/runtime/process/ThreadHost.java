package dev.baton.runtime.process;

import dev.baton.runtime.Actor;
import dev.baton.runtime.Affinity;
import dev.baton.runtime.Machine;
import dev.baton.runtime.Seat;
import dev.baton.runtime.free.Ending;
import dev.baton.runtime.free.FreeKernel;
import dev.baton.runtime.free.SeatTurns;
import dev.baton.runtime.log.LogRing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** All kernels as threads of this process. */
final class ThreadHost implements Host {
    private static final int RING = 1 << 16;

    private final RunOptions options;
    private final SeatTurns turns;
    private final Affinity affinity = Affinity.ofThisThread();
    private final Map<Seat, Integer> cpus = new ConcurrentHashMap<>();
    private final AtomicInteger pinned = new AtomicInteger();
    private final AtomicBoolean unpinned = new AtomicBoolean();
    private final Map<Actor, Map<Integer, FreeKernel>> booted = new LinkedHashMap<>();

    ThreadHost(Machine machine, RunOptions options) {
        this.turns = SeatTurns.of(machine);
        this.options = options;
    }

    @Override
    public List<LogRing> rings(Actor actor, int member) {
        FreeKernel kernel = new FreeKernel(actor, member, turns);
        booted.computeIfAbsent(actor, _ -> new LinkedHashMap<>()).put(member, kernel);
        List<LogRing> rings = new ArrayList<>();
        for (int i = 0; options.log().isPresent() && i < kernel.strands(); i++) {
            rings.add(LogRing.anonymous(RING));
        }
        return rings;
    }

    @Override
    public Running launch(Actor actor, int member, List<LogRing> rings) {
        FreeKernel kernel = Optional.ofNullable(
                        booted.getOrDefault(actor, Map.of()).get(member))
                .orElseThrow();
        kernel.start(rings, new FreeKernel.Manner(options.pace(), options.seed(), this::pin));
        return new Life(kernel, rings);
    }

    private void pin(Seat seat) {
        int cpu = cpus.computeIfAbsent(seat, _ -> pinned.getAndIncrement());
        if (!affinity.pin(cpu)) {
            unpinned.set(true);
        }
    }

    @Override
    public List<String> notes() {
        return unpinned.get() ? List.of("cores are not pinned to CPUs: the system doesn't let them") : List.of();
    }

    @Override
    public void close() {
        // Threads end by themselves, since the machine is stopped.
    }

    private record Life(FreeKernel kernel, List<LogRing> rings) implements Running {
        @Override
        public boolean isRunning() {
            return kernel.isRunning();
        }

        @Override
        public Ending ending() {
            return kernel.ending();
        }

        @Override
        public void kill() {
            kernel.kill();
        }

        @Override
        public Map<String, String> variables() {
            Map<String, String> all = new LinkedHashMap<>();
            kernel.units().variables().forEach(v -> all.put(v, kernel.units().variable(v)));
            return all;
        }
    }
}
