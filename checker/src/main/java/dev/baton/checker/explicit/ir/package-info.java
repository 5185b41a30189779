/**
 * Integer terms over the words of a packed state: what a system's guards, updates and properties become before they
 * become bytecode. Every term has a value in every state (rule 3 of the language is settled by then), so terms may be
 * evaluated in any order, early or not at all.
 */
@NullMarked
package dev.baton.checker.explicit.ir;

import org.jspecify.annotations.NullMarked;
