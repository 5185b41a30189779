package dev.baton.reference.bench;

/** A ring of some contestant, whose ends can be made to run; perhaps in a mapped file that other processes have too. */
interface Lane {
    /**
     * Makes one end run.
     *
     * @param told whether {@code sent} is to be called
     * @param sent called by the sender after each message that it has sent
     */
    Side start(Role role, boolean told, Runnable sent);
}
