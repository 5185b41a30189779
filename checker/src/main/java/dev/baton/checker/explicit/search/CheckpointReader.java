package dev.baton.checker.explicit.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/** Reads what {@link CheckpointWriter} wrote, once it has seen that the whole file is as it was written. */
final class CheckpointReader implements AutoCloseable {

    private final FileChannel channel;
    private final ByteBuffer buffer =
            ByteBuffer.allocate(CheckpointWriter.BUFFER_BYTES).flip();

    private CheckpointReader(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws CheckpointRefused if there is no such file, or it is damaged */
    static CheckpointReader open(Path file) throws CheckpointRefused {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            try {
                verify(channel);
            } catch (CheckpointRefused | IOException e) {
                channel.close();
                throw e;
            }
            return new CheckpointReader(channel);
        } catch (NoSuchFileException e) {
            throw new CheckpointRefused("there is no checkpoint `" + file + "`", e);
        } catch (IOException e) {
            throw new CheckpointRefused("the checkpoint `" + file + "` cannot be read: " + e.getMessage(), e);
        }
    }

    private static void verify(FileChannel channel) throws IOException, CheckpointRefused {
        CRC32C sum = new CRC32C();
        ByteBuffer buffer = ByteBuffer.allocate(CheckpointWriter.BUFFER_BYTES);
        long left = channel.size() - Long.BYTES;
        while (left > 0) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), left));
            int n = channel.read(buffer);
            if (n < 0) {
                break;
            }
            left -= n;
            sum.update(buffer.flip());
        }
        buffer.clear().limit(Long.BYTES);
        while (left == 0 && buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // go on
        }
        if (left != 0 || buffer.hasRemaining() || buffer.flip().getLong() != sum.getValue()) {
            throw new CheckpointRefused("it is damaged or no checkpoint: its checksum is wrong");
        }
        channel.position(0);
    }

    long get() throws IOException {
        if (buffer.remaining() < Long.BYTES) {
            buffer.compact();
            while (buffer.position() < Long.BYTES) {
                if (channel.read(buffer) < 0) {
                    throw new IOException("ends too early");
                }
            }
            buffer.flip();
        }
        return buffer.getLong();
    }

    long[] getLongs() throws IOException {
        long[] values = new long[Math.toIntExact(get())];
        get(values, values.length);
        return values;
    }

    void get(long[] values, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            values[i] = get();
        }
    }

    byte[] getBytes() throws IOException {
        byte[] bytes = new byte[Math.toIntExact(get())];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) get();
        }
        return bytes;
    }

    String getString() throws IOException {
        return new String(getBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
