package dev.baton.runtime.free;

import dev.baton.runtime.Padded;
import dev.baton.runtime.Point;
import dev.baton.runtime.ProtocolViolation;
import dev.baton.runtime.Refused;
import dev.baton.runtime.StrandEnd;
import java.util.function.BooleanSupplier;

/**
 * The steps of one strand that do more than one thing, actions and {@code atomic}: they may find out late that they
 * can't be taken, and are then as if they never were.
 */
final class Bodies extends Padded {
    private final FreeStrand strand;
    private final FreeKernel kernel;
    private final StrandLog log;

    /** How many run, one within the other. */
    private int depth;
    /** Whether the step under way is undone in any case; the log knows nothing of it. */
    private boolean dry;

    Bodies(FreeStrand strand, FreeKernel kernel, StrandLog log) {
        this.strand = strand;
        this.kernel = kernel;
        this.log = log;
    }

    /** Whether one runs: what can't go on is {@link Refused}. */
    boolean anyRuns() {
        return depth > 0;
    }

    /** Whether the step under way is only asked about. */
    boolean onlyAsks() {
        return dry;
    }

    void atomic(Runnable body) {
        if (depth > 0) {
            body.run();
            return;
        }
        long[] saved = log.saved();
        while (true) {
            kernel.units().save();
            depth++;
            try {
                body.run();
                return;
            } catch (Refused refused) {
                kernel.restore();
            } finally {
                depth--;
            }
            strand.again(saved);
        }
    }

    /** @param onlyAsked whether it is only asked if it could be taken: then it is undone in any case */
    boolean attempt(Point action, long[] arguments, BooleanSupplier body, boolean onlyAsked) {
        strand.finish();
        strand.attend();
        strand.begin(action);
        dry = onlyAsked;
        if (!dry) {
            log.step(action, arguments);
        }
        if (strand.isOver()) {
            strand.takeBack();
            dry = false;
            return false;
        }
        kernel.units().save();
        boolean able = isAble(body);
        if (able && !dry) {
            strand.taken();
        } else {
            // While nobody else can step: their changes must not be undone.
            kernel.restore();
            strand.takeBack();
        }
        dry = false;
        return able;
    }

    private boolean isAble(BooleanSupplier body) {
        depth++;
        try {
            return body.getAsBoolean();
        } catch (Refused refused) {
            return false;
        } catch (ProtocolViolation | StrandEnd e) {
            if (!dry) {
                throw e;
            }
            return true;
        } finally {
            depth--;
        }
    }
}
