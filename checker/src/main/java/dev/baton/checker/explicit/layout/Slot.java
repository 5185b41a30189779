package dev.baton.checker.explicit.layout;

import dev.baton.model.expr.Variable;

/**
 * Some bits of a variable in a word of the state.
 *
 * @param leaf which of the variable's leaves (values of at most 64 bits, in the order of its parts) they are of
 * @param from the first of the leaf's bits
 * @param width how many, 1 to 64
 * @param offset where in the word they begin
 */
public record Slot(Variable variable, int leaf, int from, int width, int word, int offset) {}
