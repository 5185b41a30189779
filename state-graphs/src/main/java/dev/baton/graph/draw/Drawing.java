package dev.baton.graph.draw;

import java.util.List;

/**
 * Where everything of a graph goes, in pixels from the upper left corner.
 *
 * @param boxes by node
 * @param lines by edge
 */
record Drawing(double width, double height, List<Box> boxes, List<Line> lines) {
    /** Of a character of the drawing's font. */
    static final double CHARACTER = 6.6;

    /** From one line of text to the next. */
    static final double LINE = 15;

    Drawing {
        boxes = List.copyOf(boxes);
        lines = List.copyOf(lines);
    }

    record Point(double x, double y) {}

    /** @param texts one a line */
    record Box(Point corner, double width, double height, List<String> texts) {
        Box {
            texts = List.copyOf(texts);
        }
    }

    /**
     * @param points of the line, from where it begins to where it ends
     * @param corner of the block of texts
     */
    record Line(List<Point> points, Point corner, List<String> texts) {
        Line {
            points = List.copyOf(points);
            texts = List.copyOf(texts);
        }
    }
}
