/** What happened, from rings in shared memory to one text file. */
@NullMarked
package dev.baton.runtime.log;

import org.jspecify.annotations.NullMarked;
