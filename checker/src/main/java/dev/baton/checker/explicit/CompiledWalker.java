package dev.baton.checker.explicit;

import dev.baton.checker.explicit.layout.Packer;
import dev.baton.checker.explicit.search.CompiledSystem;
import dev.baton.checker.walk.Walker;
import dev.baton.model.interpreter.State;
import java.util.Arrays;

/**
 * Walks on packed states. All successors are written down and one is picked: what they cost is mostly their guards,
 * which must be asked anyway to know how many there are. A step copies nothing and allocates nothing: the state is
 * where it was written, and its successors go into the other of two arrays.
 */
final class CompiledWalker implements Walker {
    private final CompiledSystem system;
    private final Packer packer;
    private final int words;
    private final boolean steps;
    private final int[] by;

    private long[] here;
    private int at;
    private long[] before;
    private int beforeAt;

    CompiledWalker(Compiled compiled) {
        this.system = compiled.system();
        this.packer = compiled.packer();
        this.words = system.words();
        this.steps = system.stepProperties() > 0;
        int most = Math.max(1, system.mostSuccessors());
        this.by = new int[most];
        this.here = new long[most * words];
        this.before = new long[most * words];
        restart();
    }

    @Override
    public void restart() {
        at = 0;
        system.initial(here, at);
    }

    @Override
    public int step(long random) {
        int n = system.successors(here, at, before, by, 0);
        if (n == 0) {
            return NOWHERE;
        }
        int picked = (int) Math.unsignedMultiplyHigh(random, n);
        long[] successors = before;
        before = here;
        beforeAt = at;
        here = successors;
        at = picked * words;
        return by[picked];
    }

    @Override
    public long decided() {
        return system.decided(here, at);
    }

    @Override
    public long refuted() {
        return steps && !Arrays.equals(before, beforeAt, beforeAt + words, here, at, at + words)
                ? system.refuted(before, beforeAt, here, at)
                : 0;
    }

    @Override
    public boolean mayStop() {
        return system.mayStop(here, at);
    }

    @Override
    public State state() {
        return packer.unpack(here, at);
    }
}
