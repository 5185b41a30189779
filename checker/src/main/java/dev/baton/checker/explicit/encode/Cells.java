package dev.baton.checker.explicit.encode;

import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a value whose bits can be set to those of any other value, whatever the other parts are, and the whole
 * is a value of its type still.
 */
public final class Cells {
    private final List<Cell> found = new ArrayList<>();

    private Cells() {}

    /**
     * Some bits of a leaf.
     *
     * @param leaf which of the type's {@linkplain Leaves leaves}
     * @param type of the part
     * @param path how to get there from the whole value
     */
    public record Cell(int leaf, int offset, int width, Type type, List<Step> path) {
        public Cell {
            path = List.copyOf(path);
        }
    }

    /** A step from a value to a part. */
    public sealed interface Step {}

    /** To the entry of a key, by its number. */
    public record Entry(Type key, int number) implements Step {}

    /**
     * To a field, an element.
     *
     * @param optional whether a value need not have it: its bits are zero then
     */
    public record Part(int number, boolean optional) implements Step {}

    /** All parts of a type's values, none upon another. */
    public static List<Cell> of(Type type) {
        Cells cells = new Cells();
        cells.leaves(type, 0, List.of());
        return cells.found;
    }

    private int leaves(Type type, int leaf, List<Step> path) {
        int width = Encoding.width(type);
        if (width <= Long.SIZE) {
            parts(type, leaf, 0, path);
            return leaf + 1;
        }
        int next = leaf;
        if (type instanceof Type.SetOf) {
            for (int bits : Leaves.widths(type)) {
                found.add(new Cell(next, 0, bits, type, with(path, new Part(next - leaf, false))));
                next++;
            }
            return next;
        }
        List<Encoding.Part> parts = Encoding.parts(type);
        for (int i = 0; i < parts.size(); i++) {
            next = leaves(parts.get(i).type(), next, with(path, step(type, i)));
        }
        return next;
    }

    private void parts(Type type, int leaf, int offset, List<Step> path) {
        switch (type) {
            case Type.Bool _, Type.Range _, Type.Enumeration _, Type.Index _, Type.Union _, Type.SetOf _, Type.Bag _ ->
                whole(type, leaf, offset, path);
            case Type.Option t -> {
                if (Encoding.counted(t)) {
                    whole(t, leaf, offset, path);
                } else {
                    inner(t, leaf, offset, path);
                }
            }
            case Type.Struct _, Type.Seq _, Type.MapOf _ -> inner(type, leaf, offset, path);
        }
    }

    private void inner(Type type, int leaf, int offset, List<Step> path) {
        List<Encoding.Part> parts = Encoding.parts(type);
        for (int i = 0; i < parts.size(); i++) {
            Encoding.Part part = parts.get(i);
            parts(part.type(), leaf, offset + part.offset(), with(path, step(type, i)));
        }
    }

    private static Step step(Type type, int part) {
        boolean optional = part > 0 && (type instanceof Type.Seq || type instanceof Type.Option);
        return type instanceof Type.MapOf map ? new Entry(map.key(), part) : new Part(part, optional);
    }

    private static List<Step> with(List<Step> path, Step step) {
        List<Step> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    private void whole(Type type, int leaf, int offset, List<Step> path) {
        if (Encoding.width(type) > 0) {
            found.add(new Cell(leaf, offset, Encoding.width(type), type, path));
        }
    }
}
