/**
 * A trace as a document for a viewer ({@code baton-view}), and the behaviours that it could have gone on with. Sees the
 * model and the traces; knows no engine and no protocol as text.
 */
@NullMarked
package dev.baton.view;

import org.jspecify.annotations.NullMarked;
