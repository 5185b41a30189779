package dev.baton.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * A standard stream that remembers why it could not write: print streams go on without a word. A reader that has gone
 * away (a broken pipe) has all it wanted, and is not remembered.
 */
final class StandardStream extends OutputStream {
    private final FileOutputStream stream;
    private Optional<String> failure = Optional.empty();

    StandardStream(FileDescriptor descriptor) {
        this.stream = new FileOutputStream(descriptor);
    }

    /** Why bytes were lost, if any were. */
    Optional<String> failure() {
        return failure;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            stream.write(bytes, offset, length);
        } catch (IOException e) {
            String why = String.valueOf(e.getMessage());
            if (failure.isEmpty() && !why.equals("Broken pipe")) {
                failure = Optional.of(why);
            }
            throw e;
        }
    }
}
