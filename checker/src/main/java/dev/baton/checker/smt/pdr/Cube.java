package dev.baton.checker.smt.pdr;

import java.util.Arrays;
import java.util.Collection;

/** States in which some atoms are true. */
final class Cube {
    private final int[] atoms;
    private final long signature;

    private Cube(int[] atoms) {
        this.atoms = atoms;
        long bits = 0;
        for (int atom : atoms) {
            bits |= 1L << (atom % 64);
        }
        this.signature = bits;
    }

    static Cube of(Collection<Integer> atoms) {
        return new Cube(
                atoms.stream().mapToInt(Integer::intValue).sorted().distinct().toArray());
    }

    /** In ascending order; not to be written to. */
    int[] atoms() {
        return atoms;
    }

    int size() {
        return atoms.length;
    }

    Cube with(int atom) {
        int[] more = Arrays.copyOf(atoms, atoms.length + 1);
        more[atoms.length] = atom;
        Arrays.sort(more);
        return new Cube(more);
    }

    /** Without the atoms from one up to another. */
    Cube without(int from, int to) {
        return new Cube(Arrays.stream(atoms).filter(a -> a < from || a >= to).toArray());
    }

    /** The states of which only what both cubes say is known. */
    Cube and(Cube other) {
        return new Cube(Arrays.stream(atoms)
                .filter(a -> Arrays.binarySearch(other.atoms, a) >= 0)
                .toArray());
    }

    /** Whether all states of another cube are in this one. */
    boolean covers(Cube other) {
        if ((signature & ~other.signature) != 0 || atoms.length > other.atoms.length) {
            return false;
        }
        int at = 0;
        for (int atom : atoms) {
            while (at < other.atoms.length && other.atoms[at] < atom) {
                at++;
            }
            if (at == other.atoms.length || other.atoms[at] != atom) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cube cube && Arrays.equals(cube.atoms, atoms);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(atoms);
    }
}
