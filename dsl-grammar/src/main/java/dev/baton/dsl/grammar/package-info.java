/**
 * What ANTLR writes from {@code Baton.g4}: lexer, parser and visitor. No hand-written code lives here, and nothing in
 * it knows about nullness.
 */
@NullUnmarked
package dev.baton.dsl.grammar;

import org.jspecify.annotations.NullUnmarked;
