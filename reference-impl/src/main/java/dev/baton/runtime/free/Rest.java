package dev.baton.runtime.free;

import dev.baton.runtime.Actor;
import dev.baton.runtime.SharedMemory;
import java.util.BitSet;

/** Tells {@link dev.baton.runtime.Rests} whether the strands of one life of a kernel have anything to do. */
final class Rest {
    private final Actor actor;
    private final int member;
    private final int life;
    /** Strands that have looked in this round. */
    private final BitSet looked = new BitSet();

    private final BitSet ended = new BitSet();
    private int strands;
    private long rests;
    private long rounds;

    /** @param life which life of the member it is */
    Rest(Actor actor, int member, int life) {
        this.actor = actor;
        this.member = member;
        this.life = life;
    }

    /** What one strand says of itself, all on its own thread. */
    final class Strand {
        private final int number;
        private boolean rests;
        private boolean unsure;

        private Strand(int number) {
            this.number = number;
        }

        /** It has looked for something that it can do, in vain, and not taken any step since it did so before. */
        void looked() {
            if (unsure) {
                unsure = false;
                return;
            }
            SharedMemory.fence();
            Rest.this.looked(number, rests);
            rests = true;
        }

        /** That the look under way finds nothing says little: chance or the clock may have it otherwise. */
        void unsure() {
            unsure = true;
        }

        /** It takes a step. */
        void over() {
            rests = false;
        }

        /** It takes no step any more. */
        void ended() {
            Rest.this.ended(number);
        }
    }

    /** Another strand. All are there before one of them runs. */
    synchronized Strand strand() {
        strands++;
        return new Strand(strands - 1);
    }

    private synchronized void looked(int strand, boolean again) {
        if (!again) {
            rests++;
        }
        looked.set(strand);
        tell();
    }

    private synchronized void ended(int strand) {
        ended.set(strand);
        rests++;
        tell();
    }

    private void tell() {
        looked.or(ended);
        if (looked.cardinality() == strands) {
            looked.clear();
            rounds++;
        }
        actor.machine().rests().tell(actor, member, life, rests, rounds);
    }
}
