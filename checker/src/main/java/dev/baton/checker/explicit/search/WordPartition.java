package dev.baton.checker.explicit.search;

import java.io.IOException;
import java.lang.foreign.Arena;

/** States of one word, exactly: the table holds their hashes, which stand for them, so no slot leads to the log. */
final class WordPartition implements Partition {

    private final WordHash hash;
    private final KeyTable table;
    private final StateLog log;
    private final long[] keys = new long[KeyTable.BATCH];
    private final int[] fresh = new int[KeyTable.BATCH];
    private boolean refused;

    WordPartition(int partition, Arena logs, Memory.Share memory, WordHash hash) {
        this.hash = hash;
        this.table = new KeyTable(partition, memory, hash.bits());
        this.log = new StateLog(logs, memory, 1);
    }

    @Override
    public void insert(long[] from, int begin, int end) {
        int count;
        for (int at = begin; at < end && !refused; at += count) {
            count = Math.min(end - at, table.room());
            if (count == 0) {
                refused = true;
                return;
            }
            for (int i = 0; i < count; i++) {
                keys[i] = hash.of(from[at + i]);
            }
            int isNew = table.add(keys, count, fresh);
            for (int i = 0; i < isNew; i++) {
                if (!log.append(from[at + fresh[i]])) {
                    refused = true;
                    return;
                }
            }
        }
    }

    @Override
    public boolean contains(long[] state, int at) {
        return table.contains(hash.of(state[at]));
    }

    @Override
    public long size() {
        return log.size();
    }

    @Override
    public long capacity() {
        return table.capacity();
    }

    @Override
    public boolean refused() {
        return refused;
    }

    @Override
    public void read(long index, int count, long[] to, int at) {
        log.read(index, count, to, at);
    }

    @Override
    public void endLevel() {
        // all states are kept
    }

    @Override
    public void save(CheckpointWriter out) throws IOException {
        log.save(out);
    }

    @Override
    public void restore(CheckpointReader in) throws IOException {
        long[] states = new long[KeyTable.BATCH];
        int count;
        for (long left = in.get(); left > 0 && !refused; left -= count) {
            count = (int) Math.min(KeyTable.BATCH, left);
            in.get(states, count);
            insert(states, 0, count);
        }
    }

    @Override
    public void close() {
        table.close();
    }
}
