package dev.baton.checker.explicit.search;

/**
 * Looks at a search whenever all states of a level were expanded, on the thread that searches and while nobody else
 * does anything. What it answers must depend on nothing but what it is told and has seen: then searches end alike with
 * any number of workers, and when they are resumed.
 */
public interface Onlooker {

    /** Whether to look now. Asked at the end of every level, so it should be quick. */
    boolean due(long expanded);

    /**
     * Looks.
     *
     * @param expanded the states of which every step was taken; the successors of others are not known yet
     * @param decided what the search has decided up to now
     */
    void look(NumberedStates expanded, Decided decided);

    /** Whether nothing is left to be searched for. Asked at the end of every level. */
    boolean satisfied(Decided decided);

    /** What it remembers, to be written into checkpoints. */
    long[] memory();

    /** Takes what {@link #memory} gave. */
    void remember(long[] memory);

    /**
     * How much a search has decided.
     *
     * @param ofState how many state properties
     * @param ofStep how many step properties
     * @param deadlock whether it has found a deadlock
     */
    record Decided(int ofState, int ofStep, boolean deadlock) {}

    /** Does not look, and is never satisfied. */
    Onlooker NOBODY = new Onlooker() {
        @Override
        public boolean due(long expanded) {
            return false;
        }

        @Override
        public void look(NumberedStates expanded, Decided decided) {
            // sees nothing
        }

        @Override
        public boolean satisfied(Decided decided) {
            return false;
        }

        @Override
        public long[] memory() {
            return new long[0];
        }

        @Override
        public void remember(long[] memory) {
            // has nothing to remember
        }
    };
}
