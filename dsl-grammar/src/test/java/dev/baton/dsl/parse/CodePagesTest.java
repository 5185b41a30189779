package dev.baton.dsl.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.dsl.Golden;
import dev.baton.model.source.Code;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every code has a page that explains it, and every page a code. */
final class CodePagesTest {
    private static final Path PAGES = Golden.ROOT.resolve("docs/errors");

    @Test
    void everyCodeHasAPageAndEveryPageACode() {
        List<String> codes = Arrays.stream(Code.values()).map(Code::id).sorted().toList();
        List<String> pages = Golden.files(PAGES, ".md").stream()
                .map(page -> page.getFileName().toString().replace(".md", ""))
                .toList();
        assertThat(pages).containsExactlyElementsOf(codes);
    }

    @Test
    void everyPageBeginsWithItsCode() {
        for (Path page : Golden.files(PAGES, ".md")) {
            String code = page.getFileName().toString().replace(".md", "");
            assertThat(Golden.read(page)).as(page.toString()).startsWith("# " + code + ": ");
        }
    }
}
