package dev.baton.graph.draw;

/** Somebody wanted the layout to stop. */
public final class LayoutCancelled extends RuntimeException {
    LayoutCancelled() {
        super("cancelled");
    }
}
