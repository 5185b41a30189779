package dev.baton.runtime;

/** Words under total store order: loads acquire, stores release, locked operations are volatile. */
final class OrderedWords extends Words {
    private final BareWords raw;

    OrderedWords(BareWords raw) {
        super(raw.name(), raw.size());
        this.raw = raw;
    }

    @Override
    public long get(int position) {
        return raw.getAcquire(position);
    }

    @Override
    public void set(int position, long value) {
        raw.setRelease(position, value);
    }

    @Override
    public boolean cas(int position, long expected, long value) {
        return raw.cas(position, expected, value);
    }

    @Override
    public long getAndAdd(int position, long increment) {
        return raw.getAndAdd(position, increment);
    }

    @Override
    public long getAndSet(int position, long value) {
        return raw.getAndSet(position, value);
    }

    @Override
    public long inMemory(int position) {
        return raw.get(position);
    }
}
