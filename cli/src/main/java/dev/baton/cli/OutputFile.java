package dev.baton.cli;

import dev.baton.cli.check.UsageException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Map;

/**
 * A file that a command is to write: wholly or not at all, by way of a temporary file beside it. Folders are not made
 * on the way: a misspelt one is an error.
 */
record OutputFile(Path path) {

    /**
     * The file of this name, if it looks as if it could be written.
     *
     * @param option as the message calls it: {@code --json}
     * @throws UsageException if it can't be written
     */
    static OutputFile writable(String option, String name) {
        Path path = path(option, name);
        if (Files.isDirectory(path)) {
            throw unwritable(option, name, "it is a folder");
        }
        if (Files.exists(path) && !Files.isWritable(path)) {
            throw unwritable(option, name, "permission denied");
        }
        if (!Files.exists(path) || Files.isRegularFile(path)) {
            requireFolder(option, name, folder(path));
        }
        return new OutputFile(path);
    }

    /** A folder that can be written to, or made in one that can; see {@link #writable}. */
    static Path writableFolder(String option, String name) {
        Path path = path(option, name);
        requireFolder(option, name, Files.exists(path) ? path : folder(path));
        return path;
    }

    /**
     * Writes files into a folder, which is made if only it itself is missing.
     *
     * @param texts by file name
     * @throws UsageException if it fails
     */
    static void writeAll(Path folder, Map<String, String> texts) {
        try {
            if (!Files.exists(folder)) {
                Files.createDirectory(folder);
            }
        } catch (IOException e) {
            throw new UsageException("can't make the folder `" + folder + "`: " + reason(e));
        }
        texts.forEach((name, text) -> new OutputFile(folder.resolve(name)).write(text));
    }

    private static Path path(String option, String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw unwritable(option, name, e.getReason());
        }
    }

    private static void requireFolder(String option, String name, Path folder) {
        if (!Files.exists(folder)) {
            throw unwritable(option, name, "the folder `" + folder + "` does not exist; create it first");
        }
        if (!Files.isDirectory(folder)) {
            throw unwritable(option, name, "`" + folder + "` is not a folder");
        }
        if (!Files.isWritable(folder)) {
            throw unwritable(option, name, "nothing can be written to the folder `" + folder + "`");
        }
    }

    private static UsageException unwritable(String option, String name, String why) {
        return new UsageException("can't write " + option + " `" + name + "`: " + why);
    }

    private static Path folder(Path path) {
        Path parent = path.getParent();
        return parent == null ? Path.of(".") : parent;
    }

    /** @throws UsageException if it fails */
    void write(String text) {
        try {
            // A device or a pipe can't be replaced: it is written to.
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                Files.writeString(path, text);
                return;
            }
            replace(target(), text);
        } catch (IOException e) {
            throw new UsageException("can't write `" + path + "`: " + reason(e));
        }
    }

    /**
     * Writes a file that must not be there yet.
     *
     * @throws UsageException if it is, or if writing fails
     */
    void create(String text) {
        try {
            Files.createFile(path);
        } catch (FileAlreadyExistsException e) {
            throw new UsageException("`" + path + "` is there already; choose another name");
        } catch (IOException e) {
            throw new UsageException("can't write `" + path + "`: " + reason(e));
        }
        try {
            Files.writeString(path, text);
        } catch (IOException e) {
            path.toFile().delete();
            throw new UsageException("can't write `" + path + "`: " + reason(e));
        }
    }

    /**
     * Writes what another file holds.
     *
     * @throws UsageException if it fails
     */
    void copy(Path from) {
        try {
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                try (OutputStream out = Files.newOutputStream(path)) {
                    Files.copy(from, out);
                }
                return;
            }
            replace(target(), temporary -> Files.copy(from, temporary, StandardCopyOption.REPLACE_EXISTING));
        } catch (IOException e) {
            throw new UsageException("can't write `" + path + "`: " + reason(e));
        }
    }

    /** What a link leads to, if it leads anywhere. */
    private Path target() throws IOException {
        return Files.isSymbolicLink(path) && Files.exists(path) ? path.toRealPath() : path;
    }

    private static void replace(Path target, String text) throws IOException {
        replace(target, temporary -> Files.writeString(temporary, text));
    }

    /** Fills a file. */
    @FunctionalInterface
    private interface Filling {
        void fill(Path file) throws IOException;
    }

    private static void replace(Path target, Filling filling) throws IOException {
        String name = "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp";
        Path temporary = target.resolveSibling(name);
        try {
            filling.fill(temporary);
            if (Files.exists(target) && posix(target)) {
                Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(target));
            }
            try {
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static boolean posix(Path path) throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView(PosixFileAttributeView.class);
    }

    /** What the system says, without the path, which messages have already. */
    static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException x -> "no such file or folder";
            case AccessDeniedException x -> "permission denied";
            case FileSystemException x when x.getReason() != null -> x.getReason();
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }
}
