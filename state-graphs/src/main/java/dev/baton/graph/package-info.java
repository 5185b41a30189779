/**
 * The reachable states of a small system as a graph: found with the interpreter, merged where nothing tells them apart,
 * told in the designer's words, and written as DOT. How it is laid out and drawn is in {@code dev.baton.graph.draw}.
 */
@NullMarked
package dev.baton.graph;

import org.jspecify.annotations.NullMarked;
