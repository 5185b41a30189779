/** What a page asks: a server for one user on this machine, which answers three questions and nothing else. */
@NullMarked
package dev.baton.view.server;

import org.jspecify.annotations.NullMarked;
