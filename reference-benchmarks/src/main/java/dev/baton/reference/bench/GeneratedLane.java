package dev.baton.reference.bench;

import dev.baton.runtime.Actor;
import dev.baton.runtime.Affinity;
import dev.baton.runtime.Machine;
import dev.baton.runtime.Pace;
import dev.baton.runtime.Point;
import dev.baton.runtime.SharedMemory;
import dev.baton.runtime.free.FreeKernel;
import dev.baton.runtime.free.SeatTurns;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** What {@code bench/rings} has generated, run as Baton runs it. */
final class GeneratedLane implements Lane {
    /** The step after that with which a message is sent. */
    private static final String SENT = "set_sent";

    private final Machine machine;
    private final SeatTurns turns = new SeatTurns();
    private final Affinity affinity = Affinity.ofThisThread();

    GeneratedLane(Machine machine) {
        this.machine = machine;
    }

    static GeneratedLane create(String name, Path file) throws IOException {
        Function<SharedMemory, Machine> protocol = protocol(name);
        return new GeneratedLane(protocol.apply(SharedMemory.create(file, protocol, false)));
    }

    static GeneratedLane attach(String name, Path file) throws IOException {
        Function<SharedMemory, Machine> protocol = protocol(name);
        return new GeneratedLane(protocol.apply(SharedMemory.attach(file, protocol, false)));
    }

    private static Function<SharedMemory, Machine> protocol(String name) {
        try {
            Constructor<? extends Machine> made =
                    Class.forName(name).asSubclass(Machine.class).getConstructor(SharedMemory.class);
            return memory -> {
                try {
                    return made.newInstance(memory);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException("can't construct `" + name + "`", e);
                }
            };
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("`" + name + "` is not generated: run `bench/rings`", e);
        }
    }

    @Override
    public Side start(Role role, boolean told, Runnable sent) {
        Actor actor = machine.actor(role.actor());
        if (told) {
            Point after = actor.points().stream()
                    .filter(p -> p.label().equals(SENT))
                    .findFirst()
                    .orElseThrow();
            actor.watched(core -> new StampedCore(core, after, sent));
        }
        FreeKernel kernel = new FreeKernel(actor, 0, turns);
        kernel.start(List.of(), new FreeKernel.Manner(Pace.FAST, 1, _ -> role.pin(affinity)));
        return new KernelSide(machine, kernel, role);
    }
}
