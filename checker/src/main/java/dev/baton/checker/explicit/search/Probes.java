package dev.baton.checker.explicit.search;

/**
 * Questions that a search asks by the way until some state, or some step, has said yes. They are numbered from 0.
 *
 * <p>A value without state of its own: any number of threads may call it at once.
 */
public interface Probes {

    /** How many are about a state. */
    int ofStates();

    /** How many are about a step. */
    int ofSteps();

    /** Whether a state says yes. */
    boolean ofState(int probe, long[] state, int at);

    /** Whether a step that changes the state says yes. */
    boolean ofStep(int probe, long[] before, int at, long[] after, int then);

    /** No question. */
    Probes NONE = new Probes() {
        @Override
        public int ofStates() {
            return 0;
        }

        @Override
        public int ofSteps() {
            return 0;
        }

        @Override
        public boolean ofState(int probe, long[] state, int at) {
            return false;
        }

        @Override
        public boolean ofStep(int probe, long[] before, int at, long[] after, int then) {
            return false;
        }
    };
}
