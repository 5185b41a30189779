package dev.baton.reference.bench;

/** A bounded queue of many senders and one reader. */
interface Ring {

    /**
     * Puts a message in.
     *
     * @param self who sends, from 1
     * @param message positive
     * @return false if there is no room
     */
    boolean offer(int self, long message);

    /** Takes a message out, if there is one. */
    boolean poll();
}
