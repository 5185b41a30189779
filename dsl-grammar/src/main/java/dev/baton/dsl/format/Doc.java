package dev.baton.dsl.format;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with choices of where lines end, after Wadler's "A prettier printer": a {@link Group} is laid out on one line
 * if it fits, and with all of its own {@link Line}s ended if not.
 */
sealed interface Doc {

    /** Whether the groups around it can't be on one line. */
    boolean forced();

    record Text(String text) implements Doc {
        @Override
        public boolean forced() {
            return false;
        }
    }

    /** The end of a line, or {@code flat} where the group is on one line. */
    record Line(String flat) implements Doc {
        @Override
        public boolean forced() {
            return false;
        }
    }

    /** The end of a line, always. */
    record Hard() implements Doc {
        @Override
        public boolean forced() {
            return true;
        }
    }

    /** The end of a line, unless nothing is on this one yet. */
    record Fresh() implements Doc {
        @Override
        public boolean forced() {
            return true;
        }
    }

    /** A line of its own, as it is: the inside of a block comment. */
    record Verbatim(String line) implements Doc {
        @Override
        public boolean forced() {
            return true;
        }
    }

    /** A comment that ends its line. A group does not fit on a line if something follows the comment there. */
    record Suffix(String comment) implements Doc {
        @Override
        public boolean forced() {
            return false;
        }
    }

    /** One text where the group around is broken, another where it is flat; a comment stands behind it, not before. */
    record Choice(String broken, String flat) implements Doc {
        @Override
        public boolean forced() {
            return false;
        }
    }

    record Concat(List<Doc> parts, boolean forced) implements Doc {
        public Concat {
            parts = List.copyOf(parts);
        }
    }

    /** Lines that end within are followed by more blanks. */
    record Nest(int blanks, Doc body) implements Doc {
        @Override
        public boolean forced() {
            return body.forced();
        }
    }

    record Group(Doc body, boolean forced) implements Doc {}

    Doc EMPTY = new Text("");
    Doc SPACE = new Text(" ");

    /** A blank, or the end of the line. */
    Doc LINE = new Line(" ");

    /** Nothing, or the end of the line. */
    Doc SOFT = new Line("");

    Doc HARD = new Hard();

    static Doc text(String text) {
        return new Text(text);
    }

    static Doc concat(Doc... parts) {
        return concat(List.of(parts));
    }

    static Doc concat(List<Doc> parts) {
        return new Concat(parts, parts.stream().anyMatch(Doc::forced));
    }

    static Doc nest(int blanks, Doc... body) {
        return new Nest(blanks, concat(body));
    }

    static Doc group(Doc... body) {
        Doc all = concat(body);
        return new Group(all, all.forced());
    }

    /** The parts with a separator between each two. */
    static Doc join(Doc separator, List<Doc> parts) {
        List<Doc> all = new ArrayList<>();
        for (Doc part : parts) {
            if (!all.isEmpty()) {
                all.add(separator);
            }
            all.add(part);
        }
        return concat(all);
    }
}
