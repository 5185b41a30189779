package dev.baton.checker.explicit.reduce;

import dev.baton.checker.explicit.program.Instance;
import java.util.BitSet;

/**
 * Which bits of a state a step has to do with.
 *
 * @param read those that decide whether it is enabled, whether its checks hold, and what the new values are
 * @param written those that it may change if no check fails
 */
record Footprint(BitSet read, BitSet written) {

    static Footprint of(Instance instance, StateBits bits) {
        BitSet read = bits.read(instance.guard());
        instance.checks().forEach(check -> read.or(bits.read(check.holds())));
        if (!instance.checks().isEmpty() && instance.checks().getLast().holds().isFalse()) {
            return new Footprint(read, new BitSet());
        }
        StateBits.Change change = bits.change(instance.words());
        read.or(change.read());
        return new Footprint(read, change.written());
    }

    boolean disturbs(Footprint other) {
        return written.intersects(other.read) || written.intersects(other.written);
    }
}
