package dev.baton.runtime.step;

import dev.baton.runtime.Actor;
import dev.baton.runtime.Life;
import dev.baton.runtime.Machine;
import dev.baton.runtime.Seat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The present lives of all members of all actors, and what keeps them from stepping (rule 6). */
final class Crew {
    private final Machine machine;
    private final Turn turn;
    private final List<List<SteppedKernel>> kernels = new ArrayList<>();

    Crew(Machine machine, Turn turn) {
        this.machine = machine;
        this.turn = turn;
    }

    void bootAll() {
        for (Actor actor : machine.actors()) {
            List<SteppedKernel> members = new ArrayList<>();
            kernels.add(members);
            for (int m = 0; m < actor.members(); m++) {
                members.add(boot(actor, m));
            }
        }
    }

    /** A new life: its tasks stand at their first places. */
    private SteppedKernel boot(Actor actor, int member) {
        SteppedKernel kernel = new SteppedKernel(new SteppedCore(actor, member, turn));
        for (Strand strand : kernel.strands()) {
            if (!strand.isHandler()) {
                Outcome _ = turn.run(kernel, strand);
            }
        }
        return kernel;
    }

    SteppedKernel of(String actor, int member) {
        Actor of = machine.actor(actor);
        if (member < 0 || member >= of.members()) {
            throw new IllegalArgumentException("`" + actor + "` has no member " + member);
        }
        return kernels.get(of.index()).get(member);
    }

    List<SteppedKernel> all() {
        return kernels.stream().flatMap(List::stream).toList();
    }

    void reboot(Actor actor, int member) {
        List<SteppedKernel> members = kernels.get(actor.index());
        members.get(member).strands().forEach(turn::abandon);
        members.set(member, boot(actor, member));
    }

    void rebootHalted(SteppedKernel kernel) {
        if (kernel.count() != machine.lives().count(kernel.actor(), kernel.member()) && !lives(kernel)) {
            reboot(kernel.actor(), kernel.member());
        }
    }

    private boolean lives(SteppedKernel kernel) {
        return machine.lives().of(kernel.actor(), kernel.member()) == Life.LIVE;
    }

    void dismiss() {
        all().forEach(k -> k.strands().forEach(turn::abandon));
    }

    /** What keeps a strand from its next step. */
    Optional<String> obstacle(SteppedKernel kernel, Strand strand) {
        if (!strand.isHandler()) {
            return obstacle(kernel, strand.seat(), false, false);
        }
        Optional<String> dead = notLive(kernel, strand.seat());
        return dead.isPresent() || strand.isNmi() ? dead : running(strand.seat(), true);
    }

    /**
     * What keeps a task, an action or a delivery from happening.
     *
     * @param delivery whether it is a delivery: even of an actor without a core
     */
    Optional<String> obstacle(SteppedKernel kernel, Optional<Seat> seat, boolean delivery, boolean nmi) {
        Optional<String> dead = notLive(kernel, seat);
        if (dead.isPresent() || (seat.isEmpty() && !delivery)) {
            return dead;
        }
        return running(seat, nmi);
    }

    private Optional<String> notLive(SteppedKernel kernel, Optional<Seat> seat) {
        if (!lives(kernel)) {
            return Optional.of("it is not live");
        }
        return seat.isPresent() && !machine.isOn(seat.get(), kernel.actor())
                ? Optional.of("its core is not live")
                : Optional.empty();
    }

    /** A handler that runs on a core; of NMIs only, if others don't matter. */
    private Optional<String> running(Optional<Seat> seat, boolean nmiOnly) {
        for (SteppedKernel k : all()) {
            for (Strand s : k.strands()) {
                if (s.isHandler() && s.isRunning() && s.seat().equals(seat) && (s.isNmi() || !nmiOnly)) {
                    return Optional.of("`" + s.unit() + "` runs on its core");
                }
            }
        }
        return Optional.empty();
    }
}
