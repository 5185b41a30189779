package dev.baton.checker.explicit;

import dev.baton.checker.CheckRequest;
import dev.baton.checker.Reduction;
import dev.baton.checker.Reduction.Kind;
import dev.baton.checker.explicit.program.Reducing;
import dev.baton.checker.explicit.search.Representatives;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which reductions are sound for what is asked.
 *
 * @param refused the others, with reasons
 */
record ReductionPlan(Reducing reducing, List<Reduction> refused) {
    /** So many members that the number of their orders is still a {@code long}. */
    private static final int MOST_MEMBERS = 20;

    ReductionPlan {
        refused = List.copyOf(refused);
    }

    static ReductionPlan of(CheckRequest request, Questions questions) {
        if (!request.reduce()) {
            return none("every state is asked for");
        }
        if (!questions.ofBehaviours().isEmpty()) {
            return none("liveness asks about steps of one task among those of all others");
        }
        List<Type.Index> exchangeable = new ArrayList<>();
        long orders = 1;
        for (Type.Index type : request.system().symmetric()) {
            long more = orders * factorial(type.size());
            if (type.size() <= MOST_MEMBERS && more / orders == factorial(type.size())) {
                exchangeable.add(type);
                orders = more;
            }
        }
        List<Reduction> refused = new ArrayList<>();
        if (exchangeable.isEmpty()) {
            refused.add(Reduction.refused(Kind.SYMMETRY, "something tells the members of every index type apart"));
        }
        Optional<String> everyStep = everyStep(request, questions);
        everyStep.ifPresent(reason -> refused.add(Reduction.refused(Kind.PARTIAL_ORDER, reason)));
        return new ReductionPlan(new Reducing(exchangeable, everyStep.isEmpty(), true), refused);
    }

    /** Why steps may not be left out, if so. */
    private static Optional<String> everyStep(CheckRequest request, Questions questions) {
        if (!questions.ofStep().isEmpty()) {
            return Optional.of("`step` properties ask about every step");
        }
        return request.depth().isPresent()
                ? Optional.of("of two orders of steps the longer one may be left, and the depth is bounded")
                : Optional.empty();
    }

    /** The same without symmetry. */
    ReductionPlan withoutSymmetry(String reason) {
        List<Reduction> more = new ArrayList<>(refused);
        more.add(Reduction.refused(Kind.SYMMETRY, reason));
        return new ReductionPlan(new Reducing(List.of(), reducing.partialOrder(), reducing.deadVariables()), more);
    }

    private static ReductionPlan none(String reason) {
        List<Reduction> refused = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            refused.add(Reduction.refused(kind, reason));
        }
        return new ReductionPlan(Reducing.NOTHING, refused);
    }

    private static long factorial(int n) {
        long product = 1;
        for (int i = 2; i <= Math.min(n, MOST_MEMBERS); i++) {
            product *= i;
        }
        return product;
    }

    /** Whether the orders of members that look alike are too many to try them all. */
    static boolean tooMany(List<Integer> members) {
        long orders = 1;
        for (int n : members) {
            orders *= factorial(n);
            if (orders > Representatives.MOST_ORDERS || n > MOST_MEMBERS) {
                return true;
            }
        }
        return false;
    }
}
