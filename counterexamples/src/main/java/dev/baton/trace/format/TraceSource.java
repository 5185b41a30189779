package dev.baton.trace.format;

import dev.baton.model.source.Code;
import dev.baton.model.source.Diagnosed;
import dev.baton.model.source.Diagnostic;
import dev.baton.model.source.SourceFile;
import dev.baton.model.source.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The text of a trace's file, if it is a file of text of a bearable size. */
final class TraceSource {
    static final int MEGABYTES = 64;
    private static final int MAX_BYTES = MEGABYTES << 20;
    private static final String RIGHT_FILE = "is this the right file?";

    private TraceSource() {}

    static Diagnosed<SourceFile> read(Path path) {
        String name = Legible.quoted(path.toString(), 500);
        if (Files.isDirectory(path)) {
            return failed(Code.B0902, name, "name one of the traces in it");
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            return failed(Code.B0903, name, "a trace is a plain file", "it is a device or a pipe");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return decode(name, in.readNBytes(MAX_BYTES + 1));
        } catch (NoSuchFileException e) {
            return failed(Code.B0901, name, "`baton check --trace-dir DIR` writes traces");
        } catch (AccessDeniedException e) {
            return failed(Code.B0903, name, "you need the right to read it", "permission denied");
        } catch (IOException e) {
            return failed(Code.B0903, name, "a trace is a plain file", String.valueOf(e.getMessage()));
        }
    }

    private static Diagnosed<SourceFile> decode(String name, byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return failed(Code.B0905, name, RIGHT_FILE, Integer.toString(MEGABYTES));
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return failed(Code.B0904, name, "traces are UTF-8 text; " + RIGHT_FILE, Integer.toString(badLine(bytes)));
        }
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            int line = new SourceFile(name, text).line(nul);
            return failed(Code.B0907, name, "traces are text; " + RIGHT_FILE, Integer.toString(line));
        }
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return plain.isBlank()
                ? failed(Code.B0906, name, "`baton check --trace-dir DIR` writes traces")
                : new Diagnosed<>(Optional.of(new SourceFile(name, plain)), List.of());
    }

    /** The line of the first byte that is no text. */
    private static int badLine(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        StandardCharsets.UTF_8.newDecoder().decode(in, java.nio.CharBuffer.allocate(bytes.length + 1), true);
        int line = 1;
        for (int i = 0; i < in.position(); i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    private static Diagnosed<SourceFile> failed(Code code, String name, String help, String... more) {
        String[] arguments = new String[more.length + 1];
        arguments[0] = name;
        System.arraycopy(more, 0, arguments, 1, more.length);
        Span span = new Span(new SourceFile(name, ""), 0, 0);
        Diagnostic said = Diagnostic.of(code, span, arguments).withHelp(help);
        return new Diagnosed<>(Optional.empty(), List.of(said));
    }
}
