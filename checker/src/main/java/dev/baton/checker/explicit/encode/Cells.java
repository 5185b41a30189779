package dev.baton.checker.explicit.encode;

import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a value (of at most 64 bits each) whose bits can be set to those of any other value, whatever the other
 * parts are, and the whole is a value of its type still.
 */
public final class Cells {
    private final List<Cell> found = new ArrayList<>();

    private Cells() {}

    /**
     * Some bits of a leaf.
     *
     * @param leaf which of the type's {@linkplain Leaves leaves}
     * @param path how to get there from the whole value
     */
    public record Cell(int leaf, int offset, int width, List<Step> path) {
        public Cell {
            path = List.copyOf(path);
        }
    }

    /** A step from a value to a part. */
    public sealed interface Step {}

    /** To the entry of a key, by its number. */
    public record Entry(Type key, int number) implements Step {}

    /** To a field of a record. */
    public record Field(int number) implements Step {}

    /** All parts of a type's values, none upon another. */
    public static List<Cell> of(Type type) {
        Cells cells = new Cells();
        cells.leaves(type, 0, List.of());
        return cells.found;
    }

    private int leaves(Type type, int leaf, List<Step> path) {
        if (Encoding.width(type) <= Long.SIZE) {
            parts(type, leaf, 0, path);
            return leaf + 1;
        }
        if (!apart(type)) {
            return leaf + Leaves.widths(type).size();
        }
        int next = leaf;
        List<Encoding.Part> parts = Encoding.parts(type);
        for (int i = 0; i < parts.size(); i++) {
            next = leaves(parts.get(i).type(), next, with(path, step(type, i)));
        }
        return next;
    }

    private void parts(Type type, int leaf, int offset, List<Step> path) {
        if (apart(type)) {
            List<Encoding.Part> parts = Encoding.parts(type);
            for (int i = 0; i < parts.size(); i++) {
                Encoding.Part part = parts.get(i);
                parts(part.type(), leaf, offset + part.offset(), with(path, step(type, i)));
            }
        } else if (Encoding.width(type) > 0) {
            found.add(new Cell(leaf, offset, Encoding.width(type), path));
        }
    }

    /**
     * Whether the parts of a value do not depend on each other: what an option or a sequence has depends on its first
     * part.
     */
    private static boolean apart(Type type) {
        return switch (type) {
            case Type.Struct _, Type.MapOf _ -> true;
            case Type.Bool _, Type.Range _, Type.Enumeration _, Type.Index _, Type.Union _ -> false;
            case Type.Option _, Type.SetOf _, Type.Seq _, Type.Bag _ -> false;
        };
    }

    private static Step step(Type type, int part) {
        return type instanceof Type.MapOf map ? new Entry(map.key(), part) : new Field(part);
    }

    private static List<Step> with(List<Step> path, Step step) {
        List<Step> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }
}
