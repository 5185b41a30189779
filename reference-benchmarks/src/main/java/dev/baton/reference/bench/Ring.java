package dev.baton.reference.bench;

/** A bounded queue of many senders and one reader: one end of it, used by one thread. */
interface Ring {
    /** So many messages at most are taken out at once. */
    int ROUND = 1024;

    /**
     * Puts a message in.
     *
     * @param number the sender's messages are numbered from 1
     * @return false if there is no room
     */
    boolean offer(long number);

    /**
     * Takes out what is there, at most {@link #ROUND} messages.
     *
     * @return how many
     * @throws IllegalStateException if one is missing, or comes twice
     */
    int drain();
}
