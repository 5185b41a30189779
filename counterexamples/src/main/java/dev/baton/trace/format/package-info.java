/**
 * Traces in the formats of other tools: ITF (Apalache's ADR-015) in and out, TLC's JSON in; JSON, text, Markdown,
 * Mermaid, Graphviz, SVG and ShiViz out. What is read is replayed by the interpreter before anybody sees it.
 */
@NullMarked
package dev.baton.trace.format;

import org.jspecify.annotations.NullMarked;
