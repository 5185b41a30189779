/**
 * Where things stand in the designer's text, and what Baton has to say about them: spans, diagnostics, their codes,
 * spelling.
 */
@NullMarked
package dev.baton.model.source;

import org.jspecify.annotations.NullMarked;
