package dev.baton.checker.tla.syntax;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names that a module can't give to anything of its own: TLA+ forbids to define or bind what is defined already. */
public final class Reserved {
    /** Words of the language, those of TLA+2 proofs included. */
    private static final String KEYWORDS = """
        ACTION ASSUME ASSUMPTION AXIOM BOOLEAN BY CASE CHOOSE CONSTANT CONSTANTS COROLLARY DEF DEFINE DEFS DOMAIN
        ELSE ENABLED EXCEPT EXTENDS FALSE HAVE HIDE IF IN INSTANCE LAMBDA LEMMA LET LOCAL MODULE NEW OBVIOUS
        OMITTED ONLY OTHER PICK PROOF PROPOSITION PROVE QED RECURSIVE STATE STRING SUBSET SUFFICES TAKE TEMPORAL
        THEN THEOREM TRUE UNCHANGED UNION USE VARIABLE VARIABLES WITH WITNESS
        """;

    /** Words of TLC's configuration files, where constants are named too. */
    private static final String CONFIGURATION = """
        ACTION_CONSTRAINT ACTION_CONSTRAINTS ALIAS CHECK_DEADLOCK CONSTRAINT CONSTRAINTS INIT INVARIANT INVARIANTS
        NEXT POSTCONDITION PROPERTIES PROPERTY SPECIFICATION SYMMETRY TYPE TYPE_CONSTRAINT VIEW
        """;

    /** What the standard modules define, and the modules themselves. */
    private static final String STANDARD = """
        Naturals Integers Reals Sequences FiniteSets Bags TLC Randomization RealTime Toolbox
        Nat Int Real Infinity Seq Len Head Tail Append SubSeq SelectSeq IsFiniteSet Cardinality
        Print PrintT Assert JavaTime TLCGet TLCSet TLCEval TLCEvalDefinition Permutations SortSeq RandomElement Any
        ToString
        IsABag BagToSet SetToBag BagIn EmptyBag CopiesIn BagUnion BagOfAll BagCardinality SubBag Sum
        """;

    private static final Set<String> WORDS = Stream.of(KEYWORDS, CONFIGURATION, STANDARD)
            .flatMap(text -> Arrays.stream(text.strip().split("\\s+")))
            .collect(Collectors.toUnmodifiableSet());

    private Reserved() {}

    /** Whether nothing may have this name. */
    public static boolean contains(String name) {
        return WORDS.contains(name) || prefixed(name);
    }

    /** Whether a name reads as an operator and its subscript. */
    public static boolean prefixed(String name) {
        return name.startsWith("WF_") || name.startsWith("SF_");
    }

    /** Whether a record can't have a field of this name. */
    public static boolean keyword(String name) {
        return Arrays.asList(KEYWORDS.strip().split("\\s+")).contains(name);
    }

    /** A text as an identifier: what is no letter, digit or underscore becomes an underscore. */
    public static String identifier(String text) {
        String name = text.replaceAll("[^A-Za-z0-9_]", "_");
        return name.matches(".*[A-Za-z].*") && !Character.isDigit(name.charAt(0)) ? name : "n" + name;
    }
}
