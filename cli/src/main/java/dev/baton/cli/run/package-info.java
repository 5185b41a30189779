/** A protocol generated, compiled and run: {@code baton run}. */
@NullMarked
package dev.baton.cli.run;

import org.jspecify.annotations.NullMarked;
