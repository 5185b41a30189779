package dev.baton.checker;

import java.util.List;

/** How many times fewer states were visited for some reductions that were made together. */
public sealed interface Factor {

    /** The reductions that have it; not empty. That of several is of all together, not of each. */
    List<Reduction.Kind> of();

    /**
     * Both numbers of states were counted.
     *
     * @param times at least 1
     */
    record Exact(List<Reduction.Kind> of, double times) implements Factor {
        public Exact {
            of = List.copyOf(of);
        }
    }

    /**
     * States without the reductions were counted up to a bound.
     *
     * @param times more than 1; the factor is not smaller
     */
    record AtLeast(List<Reduction.Kind> of, double times) implements Factor {
        public AtLeast {
            of = List.copyOf(of);
        }
    }

    /** @param reason why nobody counted */
    record NotCounted(List<Reduction.Kind> of, String reason) implements Factor {
        public NotCounted {
            of = List.copyOf(of);
        }
    }
}
