/**
 * Values as bits: how many each type takes and where its parts are, and values of which only terms over the state are
 * known.
 */
@NullMarked
package dev.baton.checker.explicit.encode;

import org.jspecify.annotations.NullMarked;
