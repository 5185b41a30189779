package dev.baton.checker.smt.solver;

import com.microsoft.z3.Native;
import java.util.Optional;

/**
 * How much memory Z3 may take, all its contexts of this process together. Z3's own limits are for the whole process
 * too, and its solver for finite domains does not heed them: so somebody is to look again and again, and to stop it.
 *
 * @param bytes empty: as much as there is
 */
public record MemoryLimit(Optional<Long> bytes) {

    /** Whether Z3 has taken more. May be called by any thread. */
    public boolean exceeded() {
        return bytes.isPresent() && Native.getEstimatedAllocSize() > bytes.get();
    }

    /** Why a run was stopped. */
    public String reason() {
        return "memory: Z3 needs more than " + (bytes.orElseThrow() >> 20) + " MB";
    }
}
