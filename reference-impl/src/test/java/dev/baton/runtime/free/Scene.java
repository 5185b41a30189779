package dev.baton.runtime.free;

import dev.baton.runtime.Actor;
import dev.baton.runtime.Atomicity;
import dev.baton.runtime.Core;
import dev.baton.runtime.Doorbell;
import dev.baton.runtime.Identity;
import dev.baton.runtime.Kernel;
import dev.baton.runtime.Machine;
import dev.baton.runtime.Order;
import dev.baton.runtime.Pace;
import dev.baton.runtime.Point;
import dev.baton.runtime.Program;
import dev.baton.runtime.SharedMemory;
import dev.baton.runtime.Words;
import dev.baton.runtime.log.LogRing;
import dev.baton.runtime.sample.Spot;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** A small machine whose kernels a test gives as functions. */
final class Scene extends Machine {
    /** Places before a step, for whichever actor. */
    static final Spot FIRST = Spot.of(0, "unit", "first");

    static final Spot SECOND = Spot.of(1, "unit", "second");

    private static final Point[] POINTS = {FIRST, SECOND};

    private Scene(SharedMemory memory, Atomicity atomicity, Consumer<Scene> declarations) {
        super(memory, Identity.of("Scene", "00"), atomicity);
        declarations.accept(this);
    }

    /** A machine; what declares it is called more than once. */
    static Scene of(Atomicity atomicity, Consumer<Scene> declarations) {
        Function<SharedMemory, Scene> protocol = memory -> new Scene(memory, atomicity, declarations);
        return protocol.apply(SharedMemory.anonymous(protocol, atomicity == Atomicity.LOCKED));
    }

    Actor kernel(String name, BiConsumer<Core, Program> code) {
        return kernel(name, 1, POINTS, core -> new Given(core, code));
    }

    Actor core(String name, BiConsumer<Core, Program> code) {
        return core(name, 1, POINTS, core -> new Given(core, code));
    }

    void number(String name) {
        Words _ = word(name, Order.SC, 0);
    }

    long value(String name) {
        return found(name).get();
    }

    void add(String name) {
        found(name).set(value(name) + 1);
    }

    private Words found(String name) {
        return Objects.requireNonNull(words().get(name));
    }

    void ipi(String name, Actor target) {
        Doorbell _ = ipi(name, target, Doorbell.Kind.PLAIN);
    }

    Doorbell bell(String name) {
        return Objects.requireNonNull(doorbells().get(name));
    }

    /** Starts a member, without a log. */
    FreeKernel start(String actor, SeatTurns turns) {
        return start(actor, turns, Pace.FAST, List.of());
    }

    FreeKernel start(String actor, SeatTurns turns, Pace pace, List<LogRing> rings) {
        FreeKernel kernel = new FreeKernel(actor(actor), 0, turns);
        kernel.start(rings, new FreeKernel.Manner(pace, 1, seat -> {}));
        return kernel;
    }

    private static final class Given extends Kernel {
        private final BiConsumer<Core, Program> code;

        Given(Core core, BiConsumer<Core, Program> code) {
            super(core);
            this.code = code;
        }

        @Override
        protected void program(Program p) {
            code.accept(core, p);
        }
    }
}
