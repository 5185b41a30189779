package dev.baton.checker.smt.pdr;

import dev.baton.checker.smt.system.Leaf;

/**
 * What cubes speak of: a leaf of few values, or one bit of a leaf of many.
 *
 * @param bit which bit; -1 for the whole leaf
 * @param values how many values it has, from 0 on
 * @param first the number of the atom that says that it is not 0; those of the other values follow
 */
record Cell(Leaf leaf, int bit, int values, int first) {

    /** Its value in a state of which the leaf's bits are known. */
    int of(long bits) {
        return (int) (bit < 0 ? bits : bits >>> bit & 1);
    }
}
