/** Graphs as pictures: laid out by the Eclipse Layout Kernel, which nothing outside this package sees; SVG and HTML. */
@NullMarked
package dev.baton.graph.draw;

import org.jspecify.annotations.NullMarked;
