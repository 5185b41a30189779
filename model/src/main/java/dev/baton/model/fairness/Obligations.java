package dev.baton.model.fairness;

import java.util.BitSet;

/**
 * The units of fairness that oblige somebody, numbered from 0: which are weakly fair, and which strongly. Nobody
 * changes the sets.
 */
public record Obligations(int size, BitSet weak, BitSet strong) {}
