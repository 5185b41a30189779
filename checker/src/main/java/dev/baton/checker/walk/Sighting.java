package dev.baton.checker.walk;

/**
 * Where on the walks something was seen.
 *
 * @param walk its number, from 0
 * @param seed of that walk
 * @param step how many steps of the walk it took
 */
public record Sighting(long walk, long seed, int step) {}
