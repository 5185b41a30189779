package dev.baton.checker.smt.pdr;

import java.util.ArrayList;
import java.util.List;

/**
 * By frame the cubes that are excluded from it and from those before it, each kept at the last frame it is known for.
 */
final class Frames {
    private final List<List<Cube>> excluded = new ArrayList<>();

    int size() {
        return excluded.size();
    }

    void add() {
        excluded.add(new ArrayList<>());
    }

    /** Those kept at a frame; a copy. */
    List<Cube> at(int frame) {
        return List.copyOf(excluded.get(frame));
    }

    /** Those excluded from a frame. */
    List<Cube> from(int frame) {
        List<Cube> all = new ArrayList<>();
        excluded.subList(frame, excluded.size()).forEach(all::addAll);
        return all;
    }

    boolean excludes(Cube cube, int frame) {
        for (int i = frame; i < excluded.size(); i++) {
            for (Cube known : excluded.get(i)) {
                if (known.covers(cube)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Excludes a cube; what it covers need not be kept any more. */
    void exclude(Cube cube, int frame) {
        for (int i = 1; i <= frame; i++) {
            excluded.get(i).removeIf(cube::covers);
        }
        excluded.get(frame).add(cube);
    }
}
