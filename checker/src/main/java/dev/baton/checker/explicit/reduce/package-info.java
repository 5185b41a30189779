/** What a search need not visit, found in a program's terms before anything is searched. */
@NullMarked
package dev.baton.checker.explicit.reduce;

import org.jspecify.annotations.NullMarked;
