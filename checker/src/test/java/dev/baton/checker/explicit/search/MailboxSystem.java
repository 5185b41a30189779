package dev.baton.checker.explicit.search;

/**
 * A mailbox written by hand as the compiler would write it: {@code kernels} kernels, a ring of {@code slots} slots
 * each, a doorbell bit for each ordered pair, sequence numbers mod {@code numbers}, and a crash of one kernel at a
 * time.
 *
 * <p>Layout, lowest bits first: the rings, the doorbells, the numbers sent, the numbers received, where each kernel is,
 * and which is dead. Property 0 is its invariant.
 */
final class MailboxSystem implements CompiledSystem {

    private final int kernels;
    private final int slots;
    private final int numbers;

    private final int senderBits;
    private final int numberBits;
    private final int entryBits;
    private final int ringBits;
    private final int doorbells;
    private final int sent;
    private final int received;
    private final int places;
    private final int dead;
    private final int bits;

    MailboxSystem(int kernels, int slots, int numbers) {
        this.kernels = kernels;
        this.slots = slots;
        this.numbers = numbers;
        int pairs = kernels * (kernels - 1);
        senderBits = width(kernels);
        numberBits = width(numbers - 1);
        entryBits = senderBits + numberBits;
        ringBits = slots * entryBits;
        doorbells = kernels * ringBits;
        sent = doorbells + pairs;
        received = sent + pairs * numberBits;
        places = received + pairs * numberBits;
        dead = places + kernels * senderBits;
        bits = dead + senderBits;
    }

    private static int width(int most) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(most);
    }

    private static long mask(int width) {
        return (1L << width) - 1;
    }

    private static long get(long state, int at, int width) {
        return state >>> at & mask(width);
    }

    private static long set(long state, int at, int width, long value) {
        return (state & ~(mask(width) << at)) | value << at;
    }

    private int pair(int from, int to) {
        return from * (kernels - 1) + (to > from ? to - 1 : to);
    }

    private long next(long number) {
        return number + 1 == numbers ? 0 : number + 1;
    }

    @Override
    public int words() {
        return 1;
    }

    @Override
    public int bits() {
        return bits;
    }

    @Override
    public int instances() {
        return kernels;
    }

    @Override
    public int mostSuccessors() {
        return 2 * kernels * kernels;
    }

    @Override
    public void initial(long[] to, int at) {
        to[at] = (long) kernels << dead;
    }

    @Override
    public int successors(long[] from, int at, long[] to, int[] by, int n) {
        long state = from[at];
        int down = (int) get(state, dead, senderBits);
        int end = n;
        for (int k = 0; k < kernels; k++) {
            int begin = end;
            if (down == k) {
                to[end++] = restart(state, k);
            } else {
                if (down == kernels) {
                    to[end++] = set(set(state, dead, senderBits, k), places + k * senderBits, senderBits, 0);
                }
                end = steps(state, k, to, end);
            }
            for (int i = begin; i < end; i++) {
                by[i] = k;
            }
        }
        return end;
    }

    private long restart(long state, int k) {
        long next = set(set(state, dead, senderBits, kernels), k * ringBits, ringBits, 0);
        for (int s = 0; s < kernels; s++) {
            if (s != k) {
                int pair = pair(s, k);
                next &= ~(1L << (doorbells + pair));
                next = set(
                        next,
                        received + pair * numberBits,
                        numberBits,
                        get(next, sent + pair * numberBits, numberBits));
                next |= 1L << (doorbells + pair(k, s));
            }
        }
        return next;
    }

    private int steps(long state, int k, long[] to, int n) {
        int at = places + k * senderBits;
        int place = (int) get(state, at, senderBits);
        if (place == 0) {
            return idle(state, k, to, n);
        }
        if (place == kernels) {
            to[n] = drain(state, k, at);
            return n + 1;
        }
        int target = place - 1 >= k ? place : place - 1;
        to[n] = set(state, at, senderBits, 0) | 1L << (doorbells + pair(k, target));
        return n + 1;
    }

    private int idle(long state, int k, long[] to, int n) {
        int end = n;
        int at = places + k * senderBits;
        for (int d = 0; d < kernels; d++) {
            if (d == k) {
                continue;
            }
            long ring = get(state, d * ringBits, ringBits);
            if (get(ring, (slots - 1) * entryBits, senderBits) == 0) {
                int length = 0;
                while (get(ring, length * entryBits, senderBits) != 0) {
                    length++;
                }
                int pair = pair(k, d);
                long number = get(state, sent + pair * numberBits, numberBits);
                long next = state | (k + 1 | number << senderBits) << (d * ringBits + length * entryBits);
                next = set(next, sent + pair * numberBits, numberBits, next(number));
                to[end++] = set(next, at, senderBits, (d > k ? d - 1 : d) + 1);
            }
            int bell = doorbells + pair(d, k);
            if ((state >>> bell & 1) != 0) {
                to[end++] = set(state & ~(1L << bell), at, senderBits, kernels);
            }
        }
        return end;
    }

    private long drain(long state, int k, int at) {
        long ring = get(state, k * ringBits, ringBits);
        if (ring == 0) {
            return set(state, at, senderBits, 0);
        }
        int pair = pair((int) get(ring, 0, senderBits) - 1, k);
        int count = received + pair * numberBits;
        return set(
                set(state, k * ringBits, ringBits, ring >>> entryBits),
                count,
                numberBits,
                next(get(state, count, numberBits)));
    }

    @Override
    public boolean mayStop(long[] state, int at) {
        return false;
    }

    @Override
    public long decided(long[] state, int at) {
        for (int d = 0; d < kernels; d++) {
            if (!fine(state[at], d)) {
                return 1;
            }
        }
        return 0;
    }

    /** The first message of a ring has the number that is expected, and somebody will look at it. */
    private boolean fine(long state, int d) {
        long ring = get(state, d * ringBits, ringBits);
        if (ring == 0) {
            return true;
        }
        int pair = pair((int) get(ring, 0, senderBits) - 1, d);
        if (get(ring, senderBits, numberBits) != get(state, received + pair * numberBits, numberBits)) {
            return false;
        }
        if (get(state, dead, senderBits) != kernels || get(state, places + d * senderBits, senderBits) == kernels) {
            return true;
        }
        for (int t = 0; t < kernels; t++) {
            if (t != d
                    && ((state >>> (doorbells + pair(t, d)) & 1) != 0
                            || get(state, places + t * senderBits, senderBits) == (d > t ? d - 1 : d) + 1)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public long refuted(long[] before, int at, long[] after, int then) {
        return 0;
    }

    @Override
    public int stepProperties() {
        return 0;
    }
}
