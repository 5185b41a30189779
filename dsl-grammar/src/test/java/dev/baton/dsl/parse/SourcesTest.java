package dev.baton.dsl.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.model.source.Code;
import dev.baton.model.source.Diagnosed;
import dev.baton.model.source.Diagnostic;
import dev.baton.model.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourcesTest {
    @TempDir
    Path folder;

    @Test
    void readsAFileUnderTheNameItWasAskedFor() throws IOException {
        Path file = write("protocol P // ünï\n".getBytes(StandardCharsets.UTF_8));
        SourceFile source = Sources.load(file).result().orElseThrow();
        assertThat(source.name()).isEqualTo(file.toString());
        assertThat(source.text()).isEqualTo("protocol P // ünï\n");
    }

    @Test
    void leavesOutAByteOrderMark() throws IOException {
        Path file = write("\uFEFFprotocol P".getBytes(StandardCharsets.UTF_8));
        assertThat(Sources.load(file).result().orElseThrow().text()).isEqualTo("protocol P");
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        assertRefused(folder.resolve("missing.baton"), Code.B0901);
        assertRefused(folder.resolve("missing/missing.baton"), Code.B0901);
        assertRefused(folder, Code.B0902);
        assertRefused(write(new byte[] {'a', '\n', (byte) 0xc3, 'b'}), Code.B0904, "2");
        assertRefused(write(new byte[] {'a', (byte) 0xe2, (byte) 0x82}), Code.B0904, "1");
        assertRefused(write(new byte[Sources.MAX_BYTES + 1]), Code.B0905, "4");
        assertRefused(write(new byte[0]), Code.B0906);
        assertRefused(write(" \n\t\n".getBytes(StandardCharsets.UTF_8)), Code.B0906);
        assertRefused(write("protocol P\n\0\n".getBytes(StandardCharsets.UTF_8)), Code.B0907, "2");
        assertRefused(write(new byte[] {(byte) 0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, (byte) 0xff}), Code.B0907, "1");
    }

    @Test
    void showsTheLineOfAByteThatIsNoText() throws IOException {
        Path latin = write("protocol P\n// caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Sources.load(latin).diagnostics().getFirst().render()).contains("""
            ┌ %s:2:7
            2│ // caf\uFFFD
             │       ^
             = help: save it as UTF-8\
            """.formatted(latin));
        Path nul = write("protocol P\nmemory x\0: bool".getBytes(StandardCharsets.UTF_8));
        assertThat(Sources.load(nul).diagnostics().getFirst().render()).contains(":2:9\n2│ memory x : bool\n");
    }

    @Test
    void namesTheFileThatMayBeMeant() throws IOException {
        write("protocol P".getBytes(StandardCharsets.UTF_8));
        assertThat(help("tset.baton")).isEqualTo("did you mean `" + folder.resolve("test.baton") + "`?");
        assertThat(help("test")).isEqualTo("did you mean `" + folder.resolve("test.baton") + "`?");
        assertThat(help("ring.baton")).startsWith("paths are relative");
        assertThat(help("missing/ring.baton"))
                .isEqualTo("there is no folder `" + folder.resolve("missing") + "` either");
    }

    private String help(String missing) {
        return Sources.load(folder.resolve(missing))
                .diagnostics()
                .getFirst()
                .help()
                .orElseThrow();
    }

    @Test
    void aLinkToItselfIsNoFile() throws IOException {
        Path loop = folder.resolve("loop.baton");
        Files.createSymbolicLink(loop, loop);
        assertRefused(loop, Code.B0903, "its links lead in a circle");
    }

    @Test
    void readsUpToTheLimit() throws IOException {
        byte[] bytes = new byte[Sources.MAX_BYTES];
        java.util.Arrays.fill(bytes, (byte) '/');
        assertThat(Sources.load(write(bytes)).result()).isPresent();
    }

    @Test
    void aTextThatIsTooLargeIsNotParsed() {
        Diagnosed<?> parsed = Parser.parse(new SourceFile("big.baton", "/".repeat(10 << 20)));
        assertThat(parsed.diagnostics()).extracting(Diagnostic::code).containsExactly(Code.B0905);
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("test.baton"), bytes);
    }

    private static void assertRefused(Path file, Code code, String... further) {
        Diagnosed<SourceFile> loaded = Sources.load(file);
        assertThat(loaded.result()).isEmpty();
        assertThat(loaded.diagnostics()).extracting(Diagnostic::code).containsExactly(code);
        assertThat(loaded.diagnostics().getFirst().arguments()).startsWith(file.toString());
        assertThat(loaded.diagnostics().getFirst().help()).isPresent();
        assertThat(loaded.diagnostics().getFirst().span().file().name()).isEqualTo(file.toString());
        assertThat(loaded.diagnostics().getFirst().arguments())
                .endsWith(further.length == 0 ? new String[] {file.toString()} : further);
    }
}
