package dev.baton.checker.explicit.search;

/**
 * What a search would keep of each state.
 *
 * @param keeps of a state
 * @param slotBytes of a slot of the table; between {@link #LOWEST_LOAD} and {@link #HIGHEST_LOAD} of them are in use
 * @param logBytes of a state beside the table
 */
public record VisitedSet(Keeps keeps, int slotBytes, int logBytes) {

    /** Right after a table has grown. */
    public static final double LOWEST_LOAD = 0.375;

    /** Right before a table grows. */
    public static final double HIGHEST_LOAD = Partition.MOST_LOAD / 16.0;

    /** What stands for a state. */
    public enum Keeps {
        /** Its only word: in the table, hashed so that nothing is lost, and in the log. */
        WORD,
        /** All its words in the log, to which a slot of the table leads. */
        STATE,
        /** 64 bits that another state may share, though hardly any does. */
        FINGERPRINT
    }

    /** The set that {@link Search#run} would use. */
    public static VisitedSet of(CompiledSystem system, SearchOptions options) {
        try (ReachableStates none = new ReachableStates(system, options)) {
            return switch (none.kind()) {
                case WORD ->
                    new VisitedSet(
                            Keeps.WORD, KeyTable.slotBytes(none.wordHash().bits()), Long.BYTES);
                case INDEXED -> new VisitedSet(Keeps.STATE, Long.BYTES, Long.BYTES * system.words());
                case FINGERPRINT -> new VisitedSet(Keeps.FINGERPRINT, KeyTable.slotBytes(Long.SIZE), Long.BYTES);
            };
        }
    }
}
