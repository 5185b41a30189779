/** The page that shows a trace: the built front end, and one file that holds it with its data. */
@NullMarked
package dev.baton.view.page;

import org.jspecify.annotations.NullMarked;
