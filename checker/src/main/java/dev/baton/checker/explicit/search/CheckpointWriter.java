package dev.baton.checker.explicit.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * Writes a checkpoint: longs, the lowest byte last, and at the end the CRC-32C of all before. The file has its name
 * only once it is whole and on the disk.
 */
final class CheckpointWriter implements AutoCloseable {

    static final int BUFFER_BYTES = 1 << 16;

    private final Path file;
    private final Path unfinished;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    private final CRC32C sum = new CRC32C();

    CheckpointWriter(Path file) throws IOException {
        this.file = file;
        this.unfinished = file.resolveSibling(file.getFileName() + ".new");
        this.channel = FileChannel.open(
                unfinished, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    void put(long value) throws IOException {
        if (buffer.remaining() < Long.BYTES) {
            flush();
        }
        buffer.putLong(value);
    }

    /** The length and then the values. */
    void put(long[] values) throws IOException {
        put(values.length);
        put(values, values.length);
    }

    /** Values without their number. */
    void put(long[] values, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            put(values[i]);
        }
    }

    void put(byte[] bytes) throws IOException {
        put(bytes.length);
        for (byte b : bytes) {
            put(b);
        }
    }

    void put(String text) throws IOException {
        put(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Ends the file, puts it on the disk and gives it its name. */
    void finish() throws IOException {
        flush();
        long checksum = sum.getValue();
        put(checksum);
        flush();
        channel.force(true);
        channel.close();
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().resolveSibling("."))) {
            folder.force(true);
        }
    }

    private void flush() throws IOException {
        buffer.flip();
        sum.update(buffer.duplicate());
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    /** Leaves what was there before if this was not finished. */
    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            channel.close();
            Files.deleteIfExists(unfinished);
        }
    }
}
