package dev.baton.checker.explicit.search;

import java.io.IOException;
import java.util.Arrays;

/**
 * How many states each partition got in each level, packed: deep graphs have very many levels of very few states. Read
 * from the last level backward.
 */
final class Levels {

    private byte[] bytes = new byte[1024];
    private int length;
    private int[] starts = new int[64];
    private int size;

    int size() {
        return size;
    }

    /** Adds a level: of each partition that got something its number + 1 and how much, then 0. */
    void add(long[] begins, long[] ends) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
        }
        starts[size++] = length;
        for (int p = 0; p < Partition.COUNT; p++) {
            if (ends[p] > begins[p]) {
                put(p + 1);
                put(ends[p] - begins[p]);
            }
        }
        put(0);
    }

    /** Subtracts what level {@code level} added: from the ends of a level to its begins. */
    void subtract(int level, long[] ends) {
        int at = starts[level];
        while (bytes[at] != 0) {
            int partition = bytes[at++] - 1;
            long count = 0;
            int shift = 0;
            while (bytes[at] < 0) {
                count |= (bytes[at++] & 0x7fL) << shift;
                shift += 7;
            }
            count |= (long) bytes[at++] << shift;
            ends[partition] -= count;
        }
    }

    /** Seven bits a byte, the lowest first; the last has its highest bit clear. */
    private void put(long number) {
        if (length + 10 > bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        long rest = number;
        while (rest >= 0x80) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    void save(CheckpointWriter out) throws IOException {
        out.put(Arrays.copyOf(bytes, length));
        out.put(size);
        for (int i = 0; i < size; i++) {
            out.put(starts[i]);
        }
    }

    void restore(CheckpointReader in) throws IOException {
        byte[] saved = in.getBytes();
        length = saved.length;
        bytes = Arrays.copyOf(saved, Math.max(length, bytes.length));
        size = Math.toIntExact(in.get());
        starts = new int[Math.max(size, starts.length)];
        for (int i = 0; i < size; i++) {
            starts[i] = Math.toIntExact(in.get());
        }
    }
}
