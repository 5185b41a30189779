package dev.baton.runtime;

/** Words whose old values go to the journal before they change: for whoever holds the machine's lock, and for tests. */
final class JournaledWords extends Words {
    private final RawWords raw;
    private final Journal journal;

    JournaledWords(RawWords raw, Journal journal) {
        super(raw.name(), raw.size());
        this.raw = raw;
        this.journal = journal;
    }

    @Override
    public long get(int position) {
        return raw.get(position);
    }

    @Override
    public void set(int position, long value) {
        journal.keep(raw.offset(position));
        raw.set(position, value);
    }

    @Override
    public boolean cas(int position, long expected, long value) {
        if (raw.get(position) != expected) {
            return false;
        }
        set(position, value);
        return true;
    }

    @Override
    public long getAndAdd(int position, long increment) {
        long old = raw.get(position);
        set(position, old + increment);
        return old;
    }

    @Override
    public long getAndSet(int position, long value) {
        long old = raw.get(position);
        set(position, value);
        return old;
    }

    @Override
    public long inMemory(int position) {
        return raw.get(position);
    }
}
