package dev.baton.runtime.free;

import dev.baton.runtime.Doorbell;
import dev.baton.runtime.Seat;
import dev.baton.runtime.Units;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The interrupt handlers of one core that a strand may run, and which run (rule 6). */
final class Handlers {
    private final Units.Interrupt[] all;
    private final int member;
    /** What was pending of each when the strand last looked. */
    private final long[] seen;

    private final boolean nested;
    private int running;
    private int nmis;

    Handlers(List<Units.Interrupt> interrupts, Optional<Seat> seat, int member) {
        this.all = interrupts.stream().filter(i -> i.seat().equals(seat)).toArray(Units.Interrupt[]::new);
        this.member = member;
        this.seen = new long[all.length];
        this.nested = Arrays.stream(all).anyMatch(i -> i.bell().kind().nmi());
    }

    boolean any() {
        return all.length > 0;
    }

    boolean noneRuns() {
        return running == 0;
    }

    /** Keeps in mind what is pending. */
    void look() {
        for (int i = 0; i < all.length; i++) {
            seen[i] = all[i].bell().pendingWord(member);
        }
    }

    /** Whether nothing has been raised since {@link #look} that might interrupt what runs. */
    boolean noneRaised() {
        if (running > 0 && !nested) {
            return true;
        }
        for (int i = 0; i < all.length; i++) {
            if (all[i].bell().pendingWord(member) != seen[i]) {
                return false;
            }
        }
        return true;
    }

    void deliverDue(Consumer<Units.Interrupt> delivery) {
        for (Units.Interrupt i : all) {
            if (isDue(i)) {
                delivery.accept(i);
            }
        }
    }

    /** Whether it is pending and may start: no handler runs, or it is an NMI and none of those does. */
    boolean isDue(Units.Interrupt i) {
        Doorbell bell = i.bell();
        boolean nmi = bell.kind().nmi();
        return (nmi ? nmis == 0 : running == 0) && bell.pending(member) > 0 && (nmi || !bell.isMasked(member));
    }

    void enter(Units.Interrupt i) {
        running++;
        nmis += i.bell().kind().nmi() ? 1 : 0;
    }

    void leave(Units.Interrupt i) {
        running--;
        nmis -= i.bell().kind().nmi() ? 1 : 0;
    }
}
