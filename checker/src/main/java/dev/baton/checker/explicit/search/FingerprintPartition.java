package dev.baton.checker.explicit.search;

import java.io.IOException;
import java.lang.foreign.Arena;

/**
 * States as fingerprints of 64 bits. Two states of one fingerprint are taken for one, which is improbable but possible.
 * The states themselves are kept as long as they are in the current level or the next one; of all others there is only
 * a {@link Link} to the state from which each was first reached.
 *
 * <p>A candidate is the words of the state and then its link.
 */
final class FingerprintPartition implements Partition {

    private final int words;
    private final KeyTable table;
    private final StateLog links;
    private final long[] fingerprints = new long[KeyTable.BATCH];
    private final int[] fresh = new int[KeyTable.BATCH];

    private StateLog current;
    private StateLog next;
    private long nextBegins;
    private boolean refused;

    FingerprintPartition(int partition, Arena logs, Memory.Share memory, int words) {
        this.words = words;
        this.table = new KeyTable(partition, memory, Long.SIZE);
        this.links = new StateLog(logs, memory, 1);
        this.current = new StateLog(logs, memory, words);
        this.next = new StateLog(logs, memory, words);
    }

    @Override
    public void insert(long[] from, int begin, int end) {
        int stride = words + 1;
        int count;
        for (int at = begin; at < end && !refused; at += count * stride) {
            count = Math.min((end - at) / stride, table.room());
            if (count == 0) {
                refused = true;
                return;
            }
            for (int i = 0; i < count; i++) {
                fingerprints[i] = StateHash.of(from, at + i * stride, words);
            }
            int isNew = table.add(fingerprints, count, fresh);
            for (int i = 0; i < isNew; i++) {
                int state = at + fresh[i] * stride;
                if (!next.append(from, state) || !links.append(from[state + words])) {
                    refused = true;
                    return;
                }
            }
        }
    }

    @Override
    public boolean contains(long[] state, int at) {
        return table.contains(StateHash.of(state, at, words));
    }

    /** How a state was first reached. */
    long link(long index) {
        return links.word(index);
    }

    @Override
    public long size() {
        return links.size();
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
        long inNext = index - nextBegins;
        if (inNext >= 0) {
            next.read(inNext, count, to, at);
        } else {
            current.read(inNext + current.size(), count, to, at);
        }
    }

    @Override
    public void endLevel() {
        StateLog done = current;
        current = next;
        next = done;
        next.clear();
        nextBegins = links.size();
    }

    @Override
    public void save(CheckpointWriter out) throws IOException {
        table.save(out);
        links.save(out);
        current.save(out);
        next.save(out);
        out.put(nextBegins);
    }

    @Override
    public void restore(CheckpointReader in) throws IOException {
        refused = !table.restore(in) || !links.restore(in) || !current.restore(in) || !next.restore(in);
        if (!refused) {
            nextBegins = in.get();
        }
    }

    @Override
    public void close() {
        table.close();
    }
}
