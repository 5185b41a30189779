package dev.baton.view.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.baton.view.Commentator;
import dev.baton.view.Exploration;
import dev.baton.view.Protocols;
import dev.baton.view.Subject;
import dev.baton.view.ViewJson;
import dev.baton.view.server.ViewServer;
import dev.baton.view.server.ViewSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The page as its users see it, in a real browser; the names are those that screen readers say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BrowserTest {
    private final List<String> complaints = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();

    @TempDir
    private Path folder = Path.of(".");

    private Chromium chromium = none();
    private BrowserContext window = none();

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T none() {
        return null;
    }

    @BeforeAll
    void start() {
        chromium = Chromium.orSkip();
    }

    @AfterAll
    @SuppressWarnings("NullAway")
    void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void open() {
        look(false);
    }

    @AfterEach
    void nothingIsAmiss() {
        window.close();
        assertThat(complaints).as("what the console says").isEmpty();
        assertThat(requests).as("what is asked of the network").isEmpty();
        complaints.clear();
        requests.clear();
    }

    private void look(boolean dark) {
        window = chromium.window(dark);
        window.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        window.onWebError(error -> complaints.add(String.valueOf(error.error())));
        window.onDialog(dialog -> {
            complaints.add("a dialog: " + dialog.message());
            dialog.dismiss();
        });
        window.onRequest(request -> {
            String address = request.url();
            if (!address.startsWith("file:")
                    && !address.startsWith("data:")
                    && !address.startsWith("blob:")
                    && !address.startsWith("http://127.0.0.1:")) {
                requests.add(address);
            }
        });
    }

    @Test
    void aFileFromDiskOpens() throws IOException {
        Page page = show(overwritten());
        assertThat(page.getByRole(AriaRole.LISTBOX, named("Steps"))).isVisible();
        assertThat(page.locator("[role=option][data-state='11']")).isVisible();
        assertThat(page.getByText("NoneLost is violated").first()).isVisible();
    }

    @Test
    void arrowKeysStep() throws IOException {
        Page page = show(overwritten());
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowRight");
        assertThat(viewer(page)).hasAttribute("data-state", "3");
        assertThat(page.locator("[data-cell='doorbell pending'] [data-testid=value]"))
                .containsText("yes");
        assertThat(page.locator("[data-testid=announce]")).containsText("Step 3 of 11: Sender(0).send: raise doorbell");
        page.keyboard().press("ArrowLeft");
        assertThat(viewer(page)).hasAttribute("data-state", "2");
    }

    @Test
    void theViolationIsJumpedTo() throws IOException {
        Page page = show(overwritten());
        page.getByRole(AriaRole.BUTTON, button("Jump to the violation")).click();
        assertThat(viewer(page)).hasAttribute("data-state", "11");
        page.getByRole(AriaRole.TAB, tab("Why")).click();
        assertThat(page.getByRole(AriaRole.TREE, tree("Why"))).containsText("quiescent");
        page.getByRole(AriaRole.TAB, tab("Properties")).click();
        assertThat(page.locator(
                        "[data-property=NoneLost] [data-light=fails], [data-property=NoneLost][data-light=fails]"))
                .isVisible();
    }

    @Test
    void stepsAreSearchedAndFiltered() throws IOException {
        Page page = show(overwritten());
        Locator search = page.getByRole(AriaRole.SEARCHBOX, new Page.GetByRoleOptions().setName("Search steps"));
        search.fill("Sender(0).sent");
        assertThat(page.locator("[data-testid=matches]")).containsText("1");
        search.press("Enter");
        assertThat(viewer(page)).hasAttribute("data-state", "4");
        page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Only matches"))
                .check();
        assertThat(page.locator("[role=option][data-state='4']")).isVisible();
        assertThat(page.locator("[role=option][data-state='8']")).hasCount(0);
    }

    @Test
    void theTraceIsExported() throws IOException {
        Page page = show(overwritten());
        page.getByRole(AriaRole.BUTTON, button("Export")).click();
        Download download = page.waitForDownload(
                () -> page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("JSON of the trace"))
                        .click());
        assertThat(download.suggestedFilename()).isEqualTo("SingleSlot-NoneLost.json");
        JsonNode exported = new ObjectMapper().readTree(download.path().toFile());
        assertThat(exported).isEqualTo(new ObjectMapper().readTree(overwritten()));
    }

    @Test
    void atNightItIsDark() throws IOException {
        double day = brightness(show(overwritten()));
        window.close();
        look(true);
        Page page = show(overwritten());
        assertThat(brightness(page)).isLessThan(80).isLessThan(day);
        page.getByRole(AriaRole.BUTTON, button("Theme")).click();
        assertThat(page.locator("html[data-theme]")).hasCount(1);
    }

    /** Nothing is clicked, and nothing but the keyboard focuses. */
    @Test
    void theKeyboardIsEnough() throws IOException {
        Page page = show(overwritten());
        page.keyboard().press("End");
        assertThat(viewer(page)).hasAttribute("data-state", "11");
        page.keyboard().press("Home");
        page.keyboard().press("v");
        assertThat(viewer(page)).hasAttribute("data-state", "11");
        page.keyboard().press("?");
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
        page.keyboard().press("Home");
        page.keyboard().press("/");
        page.keyboard().type("Sender(0).sent");
        page.keyboard().press("Enter");
        assertThat(viewer(page)).hasAttribute("data-state", "4");
        List<String> reached = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            page.keyboard().press("Tab");
            reached.add(String.valueOf(page.evaluate("() => (document.activeElement.getAttribute('aria-label') ||"
                    + " document.activeElement.textContent || '').trim()")));
        }
        assertThat(reached).anyMatch(name -> name.contains("Export")).anyMatch(name -> name.contains("Why"));
    }

    @Test
    void anotherBranchIsExplored() throws Exception {
        Exploration exploration = new Exploration(Protocols.singleSlot(), Commentator.SILENT);
        ViewSession session = ViewSession.of(
                List.of(exploration), List.of(Protocols.trace(Protocols.singleSlot(), Protocols.OVERWRITTEN)));
        List<Throwable> broken = new ArrayList<>();
        try (ViewServer server = ViewServer.start(session, 0, broken::add)) {
            Page page = Chromium.open(window, server.address());
            page.getByRole(AriaRole.SPINBUTTON, new Page.GetByRoleOptions().setName("Step"))
                    .fill("3");
            page.keyboard().press("Enter");
            page.getByRole(AriaRole.TAB, tab("Explore")).click();
            page.locator("[data-choice='deliver_doorbell']").click();
            assertThat(viewer(page)).hasAttribute("data-state", "4");
            assertThat(page.locator("[role=option][data-state='4']")).containsText("interrupt doorbell starts");
            assertThat(page.locator("[role=option][data-state='5']")).hasCount(0);
            page.locator("[data-choice='doorbell_raise_irq_work']").click();
            assertThat(viewer(page)).hasAttribute("data-state", "5");
            page.getByRole(AriaRole.BUTTON, button("Undo")).click();
            assertThat(viewer(page)).hasAttribute("data-state", "4");
            window.grantPermissions(List.of("clipboard-read", "clipboard-write"));
            page.getByRole(AriaRole.BUTTON, button("Copy link")).click();
            String link = String.valueOf(page.evaluate("() => navigator.clipboard.readText()"));
            assertThat(link).startsWith(server.address() + "#i=0&p=").contains("deliver_doorbell");
            page.close();
            page = Chromium.open(window, link);
            assertThat(page.locator("[role=option][data-state='4']")).containsText("interrupt doorbell starts");
            page.getByRole(AriaRole.TAB, tab("Explore")).click();
            page.getByLabel("Action", new Page.GetByLabelOptions().setExact(true))
                    .fill("deliver_irq_work");
            page.getByRole(AriaRole.BUTTON, button("Why not enabled?")).click();
            assertThat(page.getByRole(AriaRole.TREE, tree("Why not enabled"))).containsText("pending(irq_work)");
            page.close(); // it may still ask what could happen next
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void bothOfTwoTracesCanBeExplored() throws Exception {
        List<Exploration> explorations = List.of(
                new Exploration(Protocols.singleSlot(), Commentator.SILENT),
                new Exploration(Protocols.singleSlot(), Commentator.SILENT));
        ViewSession session = ViewSession.of(
                explorations,
                List.of(
                        Protocols.trace(Protocols.singleSlot(), Protocols.OVERWRITTEN),
                        Protocols.trace(Protocols.singleSlot(), Protocols.OVERWRITTEN.subList(0, 3))));
        List<Throwable> broken = new ArrayList<>();
        try (ViewServer server = ViewServer.start(session, 0, broken::add)) {
            Page page = Chromium.open(window, server.address());
            page.getByRole(AriaRole.BUTTON, button("Trace B")).click();
            page.getByRole(AriaRole.TAB, tab("Explore")).click();
            page.keyboard().press("End");
            page.locator("[data-choice='deliver_doorbell']").click();
            Locator second = page.getByRole(AriaRole.LISTBOX, named("Steps of trace B"));
            assertThat(second.locator("[role=option][data-state='4']")).containsText("interrupt doorbell starts");
            page.locator("[data-choice='doorbell_raise_irq_work']").click();
            assertThat(second.locator("[role=option][data-state='5']")).containsText("raise irq_work");
            assertThat(page.getByRole(AriaRole.LISTBOX, named("Steps of trace A"))
                            .locator("[role=option][data-state='4']"))
                    .containsText("sent = n");
            page.waitForCondition(
                    () -> page.url().contains("raise_irq_work") && page.url().endsWith("&v=1"));
            String link = page.url();
            page.close();
            Page again = Chromium.open(window, link);
            assertThat(again.getByRole(AriaRole.LISTBOX, named("Steps of trace B"))
                            .locator("[role=option][data-state='5']"))
                    .containsText("raise irq_work");
            again.close(); // it may still ask what could happen next
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void twoTracesStandSideBySide() throws IOException {
        String shorter = ViewJson.text(Protocols.view(Protocols.singleSlot(), Protocols.OVERWRITTEN.subList(0, 4)));
        Page page = show(overwritten(), shorter);
        assertThat(page.getByRole(AriaRole.LISTBOX, named("Steps of trace A"))).isVisible();
        assertThat(page.getByRole(AriaRole.LISTBOX, named("Steps of trace B"))).isVisible();
    }

    /** Every text of the document that is somebody's, in turn, is one that would run or break the page. */
    @Test
    void hostileTextsAreText() throws IOException {
        for (String hostile : List.of(
                "</script><script>window.hacked = 1</script>",
                "<img src=x onerror=window.hacked=1>",
                "\"' onmouseover='window.hacked=1' x=\"",
                "\u202egnp.exe\u2066 \u200f\u0000\u0007\ud83d\ude00",
                "javascript:window.hacked=1",
                "x".repeat(20_000),
                "__proto__")) {
            JsonNode view = Hostile.texts(new ObjectMapper().readTree(overwritten()), hostile);
            Page page = show(view.toString());
            assertThat(page.locator("[data-testid=viewer][data-ready=true]")).isVisible();
            page.keyboard().press("v");
            page.getByRole(AriaRole.TAB, tab("Why")).click();
            page.getByRole(AriaRole.TAB, tab("Properties")).click();
            assertThat(page.evaluate("() => window.hacked")).isNull();
            assertThat(page.locator("img, iframe, object, embed, a[href^='javascript:']"))
                    .hasCount(0);
            page.close();
        }
    }

    @Test
    void tenThousandStepsScroll() throws IOException {
        Page page = show(ViewJson.text(Protocols.view(Protocols.large(), Protocols.manySteps(10_000))));
        page.keyboard().press("End");
        assertThat(viewer(page)).hasAttribute("data-state", "10000");
        page.keyboard().press("Home");
        assertThat(viewer(page)).hasAttribute("data-state", "0");
        double median = frames(page);
        for (int again = 0; again < 2 && median >= 50; again++) {
            median = frames(page);
        }
        System.out.println("10,000 steps: frames of " + median + " ms at the median while scrolling");
        assertThat(median).isLessThan(50);
        assertThat(page.locator("[role=option]").count()).as("rows in the page").isBetween(10, 500);
    }

    /** The median of 200 frames while the list scrolls, in milliseconds; a busy machine makes them longer. */
    private static double frames(Page page) {
        Object median = page.evaluate("""
            () => new Promise(done => {
              const list = document.querySelector('[data-testid=steps]');
              const frames = [];
              let last = performance.now();
              const frame = now => {
                frames.push(now - last);
                last = now;
                list.scrollTop += 700;
                if (frames.length < 200) requestAnimationFrame(frame);
                else done(frames.slice(5).sort((a, b) => a - b)[97]);
              };
              requestAnimationFrame(frame);
            })\
            """);
        return ((Number) median).doubleValue();
    }

    private Page show(String... views) throws IOException {
        Path file = Files.createTempFile(folder, "trace", ".html");
        Files.writeString(file, HtmlPage.built().file(List.of(views)));
        return Chromium.open(window, file.toUri().toString());
    }

    private static String overwritten() {
        Subject subject = Protocols.singleSlot();
        return ViewJson.text(Protocols.view(subject, Protocols.OVERWRITTEN));
    }

    private static Locator viewer(Page page) {
        return page.locator("[data-testid=viewer]");
    }

    private static double brightness(Page page) {
        Object sum = page.evaluate("""
            () => {
              for (let e = document.querySelector('[data-testid=viewer]'); e; e = e.parentElement) {
                const rgb = getComputedStyle(e).backgroundColor.match(/[0-9.]+/g).map(Number);
                if (rgb.length < 4 || rgb[3] > 0) return (rgb[0] + rgb[1] + rgb[2]) / 3;
              }
              return 255;
            }\
            """);
        return ((Number) sum).doubleValue();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions tab(String name) {
        return named(name);
    }

    private static Page.GetByRoleOptions tree(String name) {
        return named(name);
    }
}
