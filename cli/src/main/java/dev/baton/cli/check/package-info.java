/**
 * Running checks: from files and flags to a list of planned checks, from those to outcomes. It prints nothing; the
 * reports are in {@code dev.baton.cli.report}.
 */
@NullMarked
package dev.baton.cli.check;

import org.jspecify.annotations.NullMarked;
