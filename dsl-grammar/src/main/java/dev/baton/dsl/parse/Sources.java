package dev.baton.dsl.parse;

import dev.baton.model.source.Code;
import dev.baton.model.source.Diagnosed;
import dev.baton.model.source.Diagnostic;
import dev.baton.model.source.SourceFile;
import dev.baton.model.source.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads {@code .baton} files. What is wrong with a file is a diagnostic without a place in a text. */
public final class Sources {
    /** The largest file that is read, in megabytes of 2^20 bytes. */
    public static final int MAX_MEGABYTES = 4;

    static final int MAX_BYTES = MAX_MEGABYTES << 20;

    private Sources() {}

    /** The text of a file, named in messages as the path is written. A byte order mark is left out. */
    public static Diagnosed<SourceFile> load(Path path) {
        if (Files.isDirectory(path)) {
            return failed(Code.B0902, path.toString());
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(path)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (NoSuchFileException e) {
            return failed(Code.B0901, path.toString());
        } catch (AccessDeniedException e) {
            return failed(Code.B0903, path.toString(), "permission denied");
        } catch (IOException e) {
            return failed(Code.B0903, path.toString(), String.valueOf(e.getMessage()));
        }
        return decode(path.toString(), bytes);
    }

    static Diagnosed<SourceFile> decode(String name, byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return failed(Code.B0905, name, Integer.toString(MAX_MEGABYTES));
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        int nul = indexOfNul(bytes);
        if (nul >= 0 && (!result.isError() || nul < in.position())) {
            return failed(Code.B0907, name, Integer.toString(line(bytes, nul)));
        }
        if (result.isError()) {
            return failed(Code.B0904, name, Integer.toString(line(bytes, in.position())));
        }
        String text = out.flip().toString();
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        if (text.isBlank()) {
            return failed(Code.B0906, name);
        }
        return new Diagnosed<>(Optional.of(new SourceFile(name, text)), List.of());
    }

    private static int indexOfNul(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                return i;
            }
        }
        return -1;
    }

    private static int line(byte[] bytes, int offset) {
        int line = 1;
        for (int i = 0; i < offset; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }

    private static Diagnosed<SourceFile> failed(Code code, String... arguments) {
        Diagnostic diagnostic = Diagnostic.of(code, Span.NONE, arguments);
        return new Diagnosed<>(Optional.empty(), List.of(diagnostic));
    }
}
