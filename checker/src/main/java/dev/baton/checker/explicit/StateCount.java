package dev.baton.checker.explicit;

/** How many states a search visits without what may hide some. */
sealed interface StateCount {

    /** @param standFor how many states these stand for, themselves among them: those of the whole graph */
    record All(long distinct, long standFor) implements StateCount {}

    /** More than a search visited with what may hide some, and possibly more than these. */
    record AtLeast(long distinct) implements StateCount {}

    record None(String reason) implements StateCount {}
}
