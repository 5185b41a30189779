/**
 * What is proved of a system before a bounded search goes deep, with so many questions and no more, so that it is the
 * same every time: invariants, safety properties that they imply, and liveness by counting how often fairness was
 * served. A solver of its own checks each proof before it is used.
 */
@NullMarked
package dev.baton.checker.smt.facts;

import org.jspecify.annotations.NullMarked;
