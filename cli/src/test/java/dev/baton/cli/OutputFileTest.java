package dev.baton.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.cli.check.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutputFileTest {
    @TempDir
    private Path folder = Path.of(".");

    @Test
    void aFileIsReplacedAndNothingElseIsLeft() throws IOException {
        Path file = folder.resolve("out.json");
        Files.writeString(file, "old");
        OutputFile.writable("--json", file.toString()).write("new");
        assertThat(file).hasContent("new");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void aFileKeepsItsPermissions() throws IOException {
        Path file = Files.writeString(folder.resolve("out.json"), "old");
        Set<PosixFilePermission> wanted = PosixFilePermissions.fromString("rw-rw-r-x");
        Files.setPosixFilePermissions(file, wanted);
        OutputFile.writable("--json", file.toString()).write("new");
        assertThat(file).hasContent("new");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(wanted);
    }

    @Test
    void aNewFileIsNotWrittenOverAnOldOne() throws IOException {
        Path file = folder.resolve("new.baton");
        new OutputFile(file).create("mine");
        assertThatThrownBy(() -> new OutputFile(file).create("other"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("is there already");
        assertThat(file).hasContent("mine");
    }

    /** Half a character can't be encoded: the file is made, and writing into it fails. */
    @Test
    void aNewFileThatCannotBeWrittenIsNotLeftEmpty() {
        Path file = folder.resolve("new.baton");
        assertThatThrownBy(() -> new OutputFile(file).create("\uD800")).isInstanceOf(UsageException.class);
        assertThat(file).doesNotExist();
    }

    @Test
    void aLinkIsFollowed() throws IOException {
        Path file = Files.writeString(folder.resolve("real.json"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), file);
        OutputFile.writable("--json", link.toString()).write("new");
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
    }

    @Test
    void aDeviceIsWrittenTo() {
        OutputFile.writable("--json", "/dev/null").write("new");
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }

    @Test
    void foldersAreNotMadeOnTheWay() {
        String name = folder.resolve("missing/out.json").toString();
        assertThatThrownBy(() -> OutputFile.writable("--json", name))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("does not exist; create it first");
        assertThatThrownBy(() -> OutputFile.writableFolder(
                        "-o", folder.resolve("missing/traces").toString()))
                .isInstanceOf(UsageException.class);
    }

    @Test
    void aFolderForFilesIsMadeIfOnlyItIsMissing() {
        Path traces = OutputFile.writableFolder("-o", folder.resolve("traces").toString());
        OutputFile.writeAll(traces, Map.of("a.txt", "text"));
        assertThat(traces.resolve("a.txt")).hasContent("text");
    }
}
