package dev.baton.reference.bench;

/** What a reader has got: looks that no message is missing and none comes twice, as the generated reader does. */
final class Arrivals {
    private long last;

    /** A message was read. */
    void add(long number) {
        if (number != last + 1) {
            throw new IllegalStateException("message " + number + " came after message " + last);
        }
        last = number;
    }
}
