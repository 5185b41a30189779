/** What the browser is shown: traces out of files, and the protocols that they are of. */
@NullMarked
package dev.baton.cli.view;

import org.jspecify.annotations.NullMarked;
