package dev.baton.cli.check;

/** What the user asked for can't be done as asked: one sentence, exit code 2. */
public final class UsageException extends RuntimeException {
    public UsageException(String message) {
        super(message);
    }
}
