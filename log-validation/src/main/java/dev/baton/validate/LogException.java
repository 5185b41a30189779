package dev.baton.validate;

import java.util.Optional;

/** A log or map that is broken, or does not fit its protocol. */
public final class LogException extends Exception {
    private final long line;
    private final Optional<String> help;

    /**
     * @param line from 1; 0: of no line
     * @param message a sentence without a full stop
     */
    public LogException(long line, String message, Optional<String> help) {
        super(message);
        this.line = line;
        this.help = help;
    }

    LogException(long line, String message) {
        this(line, message, Optional.empty());
    }

    LogException(long line, String message, String help) {
        this(line, message, Optional.of(help));
    }

    public long line() {
        return line;
    }

    public Optional<String> help() {
        return help;
    }
}
