package dev.baton.view.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.view.Protocols;
import dev.baton.view.ViewJson;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class HtmlPageTest {
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\" id=\"(baton-view(?:-2)?)\">(.*?)</script>");

    @Test
    void aFileLoadsNothing() {
        String page = HtmlPage.built().file(List.of("{}"));
        String withoutScript = page.replaceAll("(?s)<script>.*?</script>", "");
        assertThat(withoutScript)
                .startsWith("<!doctype html>")
                .contains("Content-Security-Policy\" content=\"default-src 'none'; script-src 'sha256-")
                .doesNotContainPattern("\\bsrc=")
                .doesNotContain("viewer.css")
                .doesNotContain("url(http")
                .doesNotContain("@import")
                .doesNotContain("connect-src");
    }

    @Test
    void theSameTraceIsTheSameFile() {
        assertThat(file()).isEqualTo(file());
    }

    @Test
    void dataCanNotLeaveItsElement() throws Exception {
        String json = new ObjectMapper()
                .writeValueAsString("</script><script>alert(1)</script><!-- \u2028 \u2029 & <link rel=\"stylesheet\""
                        + " href=\"viewer.css\"> <!-- baton-view -->");
        Matcher data = DATA.matcher(HtmlPage.built().file(List.of(json)));
        assertThat(data.find()).isTrue();
        assertThat(data.group(2)).doesNotContainPattern("[<>&\u2028\u2029]");
        assertThat(new ObjectMapper().readTree(data.group(2))).isEqualTo(new ObjectMapper().readTree(json));
        assertThat(data.find()).isFalse();
    }

    @Test
    void twoTracesAreTwoElements() {
        assertThat(DATA.matcher(HtmlPage.built().file(List.of("1", "2")))
                        .results()
                        .map(r -> r.group(1) + r.group(2)))
                .containsExactly("baton-view1", "baton-view-22");
    }

    @Test
    void aFrontEndThatWouldBreakThePageIsRefused() {
        FrontEnd built = FrontEnd.built();
        assertThatThrownBy(() -> new FrontEnd(built.page(), "a = '</script>'", ""))
                .hasMessageContaining("within");
        assertThatThrownBy(() -> new FrontEnd("<head></head>", "", "")).hasMessageContaining("viewer.css");
    }

    private static String file() {
        return HtmlPage.built()
                .file(List.of(ViewJson.text(Protocols.view(Protocols.singleSlot(), Protocols.OVERWRITTEN))));
    }
}
