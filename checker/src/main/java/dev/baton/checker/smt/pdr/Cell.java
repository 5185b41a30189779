package dev.baton.checker.smt.pdr;

import dev.baton.checker.smt.system.Leaf;

/**
 * What cubes speak of: a leaf of few values, one bit of a leaf of many, or how much a leaf that counts is at least.
 *
 * @param part which of these
 * @param bit which bit, for {@link Part#BIT}
 * @param atoms how many atoms speak of it
 * @param first the number of the first
 */
record Cell(Leaf leaf, Part part, int bit, int atoms, int first) {

    /** What of a leaf a cell is. */
    enum Part {
        /** All of it; an atom says which value it does not have. */
        WHOLE,
        /** One bit; the atoms are as if it were a leaf of two values. */
        BIT,
        /** All of it; an atom says what it is more than. A cube then has with each state those that count more. */
        COUNT
    }

    /** Whether one of its atoms is true where the leaf has these bits. */
    boolean isTrue(int atom, long bits) {
        int value = atom - first;
        return switch (part) {
            case WHOLE -> bits != value;
            case BIT -> (bits >>> bit & 1) != value;
            case COUNT -> bits > value;
        };
    }
}
