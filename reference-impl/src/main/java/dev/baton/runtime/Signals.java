package dev.baton.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * What cores that have nothing to do wait for: one {@link Signal} for each member, and one for whoever starts kernels.
 */
public final class Signals {
    private final SharedMemory memory;
    private final List<List<Signal>> members = new ArrayList<>();
    private final List<Signal> each = new ArrayList<>();
    private final Signal launcher;

    Signals(SharedMemory memory) {
        this.memory = memory;
        this.launcher = new Signal(memory.lines("signal.launcher", 3));
    }

    void add(Actor actor) {
        List<Signal> of = new ArrayList<>();
        for (int m = 0; m < actor.members(); m++) {
            of.add(new Signal(memory.lines(actor.name() + ".signal", 3)));
        }
        members.add(of);
        each.addAll(of);
    }

    /** That something may have changed for a member. */
    public Signal of(Actor actor, int member) {
        return members.get(actor.index()).get(member);
    }

    /** That somebody's life has changed. */
    public Signal launcher() {
        return launcher;
    }

    /** Tells everybody, the launcher included. */
    public void everybody() {
        members();
        launcher.notice();
    }

    /** Tells all members that there is something to attend to, and the launcher. */
    void alert() {
        for (Signal s : each) {
            s.alert();
        }
        launcher.notice();
    }

    /** Tells all members that what is shared has changed. */
    public void members() {
        for (Signal s : each) {
            s.notice();
        }
    }
}
