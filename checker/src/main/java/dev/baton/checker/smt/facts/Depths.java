package dev.baton.checker.smt.facts;

/**
 * What a bounded search wants to know of.
 *
 * @param looked how many steps the behaviours have that it had better look at by itself
 * @param most how many they have at most
 */
public record Depths(int looked, int most) {}
