package dev.baton.runtime.free;

import dev.baton.runtime.Codes;
import dev.baton.runtime.Units;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Takes a kernel's actions and {@code on} handlers, in turn, whenever they can be taken. */
final class ActionDriver {

    /** An action, and since when it could be taken. */
    private static final class Entry {
        final Units.Action action;
        final long delay;
        final long[] arguments;
        long able;

        Entry(Units.Action action, long delay) {
            this.action = action;
            this.delay = delay;
            this.arguments = new long[action.parameters().size()];
        }

        boolean first() {
            List<Codes> all = action.parameters();
            for (int i = 0; i < all.size(); i++) {
                arguments[i] = all.get(i).lo();
                if (all.get(i).size() == 0) {
                    return false;
                }
            }
            return true;
        }

        boolean next() {
            for (int i = arguments.length - 1; i >= 0; i--) {
                Codes codes = action.parameters().get(i);
                if (arguments[i] < codes.hi()) {
                    arguments[i]++;
                    return true;
                }
                arguments[i] = codes.lo();
            }
            return false;
        }
    }

    private final FreeStrand strand;
    private final List<Entry> entries;
    private Optional<String> open = Optional.empty();
    private int offset;

    /** @param delay nanoseconds that an action waits after it can be taken */
    ActionDriver(FreeStrand strand, List<Units.Action> actions, ToLongFunction<Units.Action> delay) {
        this.strand = strand;
        this.entries =
                actions.stream().map(a -> new Entry(a, delay.applyAsLong(a))).toList();
    }

    /** Never returns; ends as strands do. */
    void run() {
        while (true) {
            boolean any = false;
            long soonest = Long.MAX_VALUE;
            for (int i = 0; i < entries.size(); i++) {
                Entry e = entries.get((offset + i) % entries.size());
                long wait = attempt(e);
                any |= wait == 0;
                soonest = Math.min(soonest, wait);
            }
            offset = (offset + 1) % Math.max(1, entries.size());
            if (any) {
                strand.waiting().over();
            } else {
                if (soonest < Long.MAX_VALUE) {
                    strand.waiting().rest().unsure();
                }
                strand.waiting().again(soonest);
                strand.attend();
            }
        }
    }

    /** 0 if it was taken, else how long to wait for it at most. */
    private long attempt(Entry e) {
        if (!e.first()) {
            return Long.MAX_VALUE;
        }
        if (e.delay > 0) {
            return delayed(e);
        }
        do {
            if (take(e)) {
                return 0;
            }
        } while (e.next());
        return Long.MAX_VALUE;
    }

    private boolean take(Entry e) {
        long[] arguments = e.arguments.clone();
        boolean taken = strand.bodies()
                .attempt(e.action.at(), arguments, () -> e.action.body().test(arguments), false);
        if (taken) {
            open = Optional.of(e.action.at().unit());
        } else if (open.isPresent()) {
            strand.log().end(open.get());
            open = Optional.empty();
        }
        return taken;
    }

    private long delayed(Entry e) {
        boolean able = false;
        do {
            long[] arguments = e.arguments.clone();
            able = strand.bodies()
                    .attempt(e.action.at(), arguments, () -> e.action.body().test(arguments), true);
        } while (!able && e.next());
        if (!able) {
            e.able = 0;
            return Long.MAX_VALUE;
        }
        long now = System.nanoTime();
        if (e.able == 0) {
            e.able = now;
        }
        long left = e.able + e.delay - now;
        if (left > 0) {
            return left;
        }
        e.able = 0;
        return take(e) ? 0 : e.delay;
    }
}
