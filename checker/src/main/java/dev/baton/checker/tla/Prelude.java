package dev.baton.checker.tla;

import dev.baton.model.expr.Op;
import dev.baton.model.expr.Quantifier;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Operators that TLA+'s standard modules lack; a module defines those it needs. */
enum Prelude {
    RANGE("Range"),
    LAST("Last"),
    REMOVE_AT("RemoveAt"),
    INSERT_AT("InsertAt"),
    MIN("Min"),
    MAX("Max"),
    SUM_OVER("SumOver"),
    BOUNDED_SEQ("BoundedSeq"),
    BOUNDED_BAG("BoundedBag");

    /** The names that {@link #template} binds, without the mark. */
    static final List<String> PARAMETERS = List.of("f", "i", "s", "e", "S", "x", "y", "n", "b", "d");

    private final String operator;

    Prelude(String operator) {
        this.operator = operator;
    }

    String operator() {
        return operator;
    }

    /** Those that a system may need. */
    static Stream<Prelude> neededBy(Survey survey) {
        return Stream.of(values()).filter(p -> p.needed(survey));
    }

    /** Those among a module's words, in order; but for words that the designer chose. */
    static List<Prelude> among(Set<String> words, Survey survey) {
        return neededBy(survey).filter(p -> words.contains(p.operator)).toList();
    }

    private boolean needed(Survey survey) {
        return switch (this) {
            case RANGE -> survey.uses(Op.IN);
            case LAST -> survey.uses(Op.LAST);
            case REMOVE_AT -> survey.uses(Op.REMOVE_AT);
            case INSERT_AT -> survey.uses(Op.INSERT_AT);
            case MIN -> survey.uses(Quantifier.MIN);
            case MAX -> survey.uses(Quantifier.MAX);
            case SUM_OVER -> survey.uses(Quantifier.SUM);
            case BOUNDED_SEQ -> survey.nestedSequences();
            case BOUNDED_BAG -> survey.nestedBags();
        };
    }

    /** The definition. Bound names carry a {@code $}, in place of which the module puts a name that is free in it. */
    List<String> template() {
        return switch (this) {
            case RANGE -> List.of("Range($f) == {$f[$i] : $i \\in DOMAIN $f}");
            case LAST -> List.of("Last($s) == $s[Len($s)]");
            case REMOVE_AT -> List.of("RemoveAt($s, $i) == SubSeq($s, 1, $i - 1) \\o SubSeq($s, $i + 1, Len($s))");
            case INSERT_AT ->
                List.of("InsertAt($s, $i, $e) == SubSeq($s, 1, $i - 1) \\o <<$e>> \\o SubSeq($s, $i, Len($s))");
            case MIN -> List.of("Min($S) == CHOOSE $x \\in $S : \\A $y \\in $S : $x <= $y");
            case MAX -> List.of("Max($S) == CHOOSE $x \\in $S : \\A $y \\in $S : $x >= $y");
            case SUM_OVER ->
                List.of(
                        "RECURSIVE SumOver(_, _)",
                        "SumOver($f, $S) ==",
                        "    IF $S = {} THEN 0",
                        "    ELSE LET $x == CHOOSE $y \\in $S : TRUE",
                        "         IN  $f[$x] + SumOver($f, $S \\ {$x})");
            case BOUNDED_SEQ -> List.of("BoundedSeq($S, $n) == UNION {[1..$i -> $S] : $i \\in 0..$n}");
            case BOUNDED_BAG ->
                List.of(
                        "BoundedBag($S, $n) ==",
                        "    {$b \\in UNION {[$d -> 1..$n] : $d \\in SUBSET $S} : BagCardinality($b) <= $n}");
        };
    }
}
