package dev.baton.checker.explicit.search;

import java.lang.foreign.Arena;

/** States of one word, exactly: the table holds the states themselves, so no slot leads to the log. */
final class WordPartition implements Partition {

    private final long firstCapacity;
    private final WordTable table;
    private final StateLog log;
    private boolean refused;

    WordPartition(int partition, Arena logs, Memory.Share memory) {
        this.firstCapacity = Partition.firstCapacity(partition);
        this.table = new WordTable(memory);
        this.log = new StateLog(logs, memory, 1);
    }

    @Override
    public void insert(long[] from, int begin, int end) {
        for (int at = begin; at < end && !refused; at += WordTable.BATCH) {
            if (!table.reserve(firstCapacity)) {
                refused = true;
                return;
            }
            int until = Math.min(end, at + WordTable.BATCH);
            table.touch(from, at, until);
            for (int i = at; i < until; i++) {
                if (table.add(i - at, from[i]) && !log.append(from[i])) {
                    refused = true;
                    return;
                }
            }
        }
    }

    @Override
    public boolean contains(long[] state, int at) {
        return table.contains(state[at]);
    }

    @Override
    public long size() {
        return log.size();
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
    public void close() {
        table.close();
    }
}
