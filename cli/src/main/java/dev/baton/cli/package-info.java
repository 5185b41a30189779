/**
 * The command line: the only place with {@code main}, flags, console output and exit codes. One class a verb; it joins
 * the other modules into commands and says what they found; it decides nothing about protocols, and nothing sees it.
 */
@NullMarked
package dev.baton.cli;

import org.jspecify.annotations.NullMarked;
