package dev.baton.checker.tla;

import java.util.Set;

/** The standard modules, each with what a module that Baton writes may need it for. */
enum StandardModule {
    INTEGERS("Integers"),
    SEQUENCES("Sequences"),
    FINITE_SETS("FiniteSets"),
    BAGS("Bags"),
    TLC("TLC");

    private final String title;

    StandardModule(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Whether a module with these words extends it. */
    boolean neededFor(Set<String> words) {
        return offers().stream().anyMatch(words::contains);
    }

    private Set<String> offers() {
        return switch (this) {
            case INTEGERS -> Set.of("+", "-", "*", "\\div", "%", "..", "<", "<=", ">", ">=");
            case SEQUENCES -> Set.of("Seq", "Len", "Head", "Tail", "Append", "SubSeq", "\\o");
            case FINITE_SETS -> Set.of("Cardinality");
            case BAGS ->
                Set.of("IsABag", "BagToSet", "SetToBag", "EmptyBag", "CopiesIn", "BagCardinality", "(+)", "(-)");
            case TLC -> Set.of(":>", "@@", "Permutations");
        };
    }
}
