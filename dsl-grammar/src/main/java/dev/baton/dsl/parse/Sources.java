package dev.baton.dsl.parse;

import dev.baton.model.source.Code;
import dev.baton.model.source.Diagnosed;
import dev.baton.model.source.Diagnostic;
import dev.baton.model.source.SourceFile;
import dev.baton.model.source.Span;
import dev.baton.model.source.Spelling;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads {@code .baton} files. What is wrong with a file as a whole is a diagnostic whose span has its name and no text.
 */
public final class Sources {
    /** The largest file that is read, in megabytes of 2^20 bytes. */
    public static final int MAX_MEGABYTES = 4;

    static final int MAX_BYTES = MAX_MEGABYTES << 20;

    private static final String SUFFIX = ".baton";
    private static final String MAX = Integer.toString(MAX_MEGABYTES);
    private static final String LOOP = "look where it leads with `readlink`";

    private Sources() {}

    /** The text of a file, named in messages as the path is written. A byte order mark is left out. */
    public static Diagnosed<SourceFile> load(Path path) {
        String name = path.toString();
        if (Files.isDirectory(path)) {
            return failed(Code.B0902, name, "name the file in it");
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(path)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (NoSuchFileException e) {
            return failed(Code.B0901, name, nearest(path));
        } catch (AccessDeniedException e) {
            return failed(Code.B0903, name, "you need the right to read it", "permission denied");
        } catch (FileSystemLoopException e) {
            return failed(Code.B0903, name, LOOP, "its links lead in a circle");
        } catch (FileSystemException e) {
            String why = Objects.requireNonNullElse(e.getReason(), "the system does not say why");
            return why.startsWith("Too many levels of symbolic links")
                    ? failed(Code.B0903, name, LOOP, "its links lead in a circle")
                    : failed(Code.B0903, name, "a protocol is a plain file", why);
        } catch (IOException e) {
            return failed(Code.B0903, name, "a protocol is a plain file", String.valueOf(e.getMessage()));
        }
        return decode(name, bytes);
    }

    static Diagnosed<SourceFile> decode(String name, byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return failed(Code.B0905, name, "most protocols are shorter than 500 lines; is this the right file?", MAX);
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        int nul = indexOfNul(bytes);
        if (nul >= 0 && (!result.isError() || nul < in.position())) {
            return failedAt(Code.B0907, name, bytes, nul, "protocols are text; is this the right file?");
        }
        if (result.isError()) {
            return failedAt(Code.B0904, name, bytes, in.position(), "save it as UTF-8, with `iconv -t utf8` say");
        }
        String text = out.flip().toString();
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        if (text.isBlank()) {
            return failed(Code.B0906, name, "`baton new NAME` writes a protocol to start from");
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

    /** The protocol beside a file that is not there whose name is nearest to its own. */
    private static String nearest(Path missing) {
        String wanted = stem(missing);
        try (Stream<Path> there = Files.list(missing.resolveSibling(""))) {
            List<String> names = there.filter(path -> path.toString().endsWith(SUFFIX))
                    .map(Sources::stem)
                    .toList();
            return Spelling.nearest(wanted, names)
                    .or(() -> Optional.of(wanted).filter(names::contains))
                    .map(name -> "did you mean `" + missing.resolveSibling(name + SUFFIX) + "`?")
                    .orElse("paths are relative to where `baton` is started, those of an `import` to its file");
        } catch (IOException noSuchFolder) {
            return "there is no folder `" + missing.getParent() + "` either";
        }
    }

    private static String stem(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }

    /** What is wrong with the bytes from an offset on, with the line as far as it can be read. */
    private static Diagnosed<SourceFile> failedAt(Code code, String name, byte[] bytes, int offset, String help) {
        int start = new String(bytes, 0, offset, StandardCharsets.UTF_8).length();
        Span span = new Span(new SourceFile(name, new String(bytes, StandardCharsets.UTF_8)), start, start + 1);
        return failed(
                Diagnostic.of(code, span, name, Integer.toString(span.line())).withHelp(help));
    }

    private static Diagnosed<SourceFile> failed(Code code, String name, String help, String... further) {
        List<String> arguments = new ArrayList<>(List.of(name));
        arguments.addAll(List.of(further));
        Span span = new Span(new SourceFile(name, ""), 0, 0);
        return failed(new Diagnostic(code, span, arguments, Optional.of(help)));
    }

    private static Diagnosed<SourceFile> failed(Diagnostic diagnostic) {
        return new Diagnosed<>(Optional.empty(), List.of(diagnostic));
    }
}
