package dev.baton.runtime.trace;

import java.util.List;

/** How code must part from a counterexample of a known-bad design, after the steps that it takes. */
public sealed interface Parting {

    /** Where that stands in the file. */
    int line();

    /** It refuses a step, the first of {@code rest}, which goes on to the counterexample's end. */
    record Refuses(int line, List<String> rest) implements Parting {
        public Refuses {
            rest = List.copyOf(rest);
        }
    }

    /** It has nothing that could take a step. */
    record Lacks(int line, String command) implements Parting {}

    /** It can take a step where the counterexample ends with nothing more to happen. */
    record GoesOn(int line, String command) implements Parting {}
}
