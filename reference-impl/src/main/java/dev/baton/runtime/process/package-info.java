/** Each kernel a process of its own on mapped memory, and who starts, watches and kills them. */
@NullMarked
package dev.baton.runtime.process;

import org.jspecify.annotations.NullMarked;
