package dev.baton.checker.explicit.ir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What folding leaves, where other classes count on its form. */
final class TermsTest {
    private final Terms terms = new Terms();
    private final Node word = terms.word(0);

    private Node field(int offset, int width) {
        return terms.field(word, offset, width);
    }

    private Piece piece(int offset, int width) {
        return new Piece(offset, width, field(offset, width));
    }

    @Test
    void equalTermsAreOneObject() {
        assertThat(terms.add(field(0, 3), field(3, 3))).isSameAs(terms.add(field(0, 3), field(3, 3)));
        assertThat(terms.equal(terms.constant(9), field(0, 3))).isSameAs(terms.zero);
        assertThat(terms.equal(field(0, 3), terms.constant(8))).isSameAs(terms.zero);
        assertThat(terms.equal(terms.constant(7), field(0, 3))).isSameAs(terms.equal(field(0, 3), terms.constant(7)));
    }

    @Test
    void allPiecesOfAWordAreTheWord() {
        assertThat(terms.concat(List.of(piece(20, 44), piece(0, 7), piece(7, 13))))
                .isSameAs(word);
    }

    @Test
    void whatIsPutBackIsAsItWas() {
        Node changed = terms.concat(List.of(piece(0, 8), new Piece(8, 4, terms.constant(5)), piece(12, 52)));
        assertThat(changed.opcode()).isEqualTo(Opcode.CONCAT);
        assertThat(terms.field(changed, 8, 4)).isSameAs(terms.constant(5));
        assertThat(terms.field(changed, 14, 20)).isSameAs(field(14, 20));
        Node back = terms.concat(List.of(
                new Piece(0, 8, terms.field(changed, 0, 8)),
                piece(8, 4),
                new Piece(12, 52, terms.shiftRight(changed, terms.constant(12)))));
        assertThat(back).isSameAs(word);
    }

    @Test
    void neighboursThatArePutApartStayApart() {
        Node apart = terms.concat(List.of(piece(0, 3), new Piece(8, 4, field(3, 4))));
        assertThat(terms.field(apart, 3, 5)).isSameAs(terms.zero);
        assertThat(terms.field(apart, 8, 56)).isSameAs(field(3, 4));
    }

    @Test
    void masksOfFewRunsAreFields() {
        assertThat(terms.and(word, terms.constant(0xf0))).isSameAs(terms.concat(List.of(piece(4, 4))));
        assertThat(terms.and(word, terms.constant(0x55555)))
                .extracting(Node::opcode)
                .isEqualTo(Opcode.AND);
        assertThat(terms.or(field(0, 4), terms.constant(0xf))).isSameAs(terms.constant(0xf));
    }

    @Test
    void boundsDecideComparisons() {
        Node digit = terms.modulo(field(0, 6), terms.constant(10));
        assertThat(terms.less(digit, terms.constant(10))).isSameAs(terms.one);
        assertThat(terms.less(terms.constant(9), digit)).isSameAs(terms.zero);
        assertThat(terms.less(terms.add(digit, terms.constant(3)), terms.constant(3)))
                .isSameAs(terms.zero);
        Node sum = terms.modulo(terms.add(field(0, 2), terms.one), terms.constant(4));
        assertThat(sum).isSameAs(terms.field(terms.add(field(0, 2), terms.one), 0, 2));
    }

    @Test
    void contradictionsAreFalseAndTheirNegationsTrue() {
        Node bit = field(3, 1);
        Node other = field(9, 1);
        assertThat(terms.all(List.of(other, bit, terms.not(bit)))).isSameAs(terms.zero);
        assertThat(terms.any(List.of(terms.not(bit), other, bit))).isSameAs(terms.one);
        assertThat(terms.all(List.of())).isSameAs(terms.one);
        assertThat(terms.any(List.of(bit, bit))).isSameAs(bit);
        assertThat(terms.choose(bit, terms.one, other)).isSameAs(terms.any(List.of(bit, other)));
    }

    @Test
    void factsDecideWhatFollows() {
        Node state = field(0, 3);
        Node count = field(3, 5);
        Assumptions known = Assumptions.none(terms)
                .and(List.of(
                        terms.equal(state, terms.constant(4)),
                        terms.less(count, terms.constant(20)),
                        terms.less(terms.constant(3), count)));
        assertThat(known.simplify(state)).isSameAs(terms.constant(4));
        assertThat(known.simplify(terms.equal(state, terms.constant(2)))).isSameAs(terms.zero);
        assertThat(known.simplify(terms.less(terms.add(count, terms.one), terms.constant(21))))
                .isSameAs(terms.one);
        assertThat(known.simplify(terms.equal(count, terms.constant(3)))).isSameAs(terms.zero);
        assertThat(known.simplify(terms.equal(count, terms.constant(9))))
                .isSameAs(terms.equal(count, terms.constant(9)));
    }

    /** A sum that is known to fit needs no mask. */
    @Test
    void whatFitsIsNotMasked() {
        Node count = field(3, 5);
        Node next = terms.add(count, terms.one);
        Node masked = terms.field(next, 0, 5);
        assertThat(masked.opcode()).isEqualTo(Opcode.FIELD);
        assertThat(Assumptions.none(terms)
                        .and(List.of(terms.less(count, terms.constant(31))))
                        .simplify(masked))
                .isSameAs(next);
        assertThat(Assumptions.none(terms).simplify(masked)).isSameAs(masked);
    }
}
