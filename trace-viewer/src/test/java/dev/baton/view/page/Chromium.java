package dev.baton.view.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A headless Chromium of this machine. Playwright drives it by its core package for Node, which `npm ci` in
 * {@code trace-viewer/web} brings: the Java client's own copy of Node is 200 MB for every platform there is.
 */
final class Chromium implements AutoCloseable {
    private static final Path ROOT = Path.of(System.getProperty("baton.root", ".."));
    private static final Path CORE = ROOT.resolve("trace-viewer/web/node_modules/playwright-core");
    private static final List<String> ARGUMENTS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Skips the test that asks, and says so, where something is missing. */
    static Chromium orSkip() {
        Optional<Path> executable =
                found("chromium").or(() -> found("chromium-browser")).or(() -> found("google-chrome"));
        Optional<Path> node = found("node");
        if (executable.isEmpty()) {
            skip("there is no chromium");
        }
        if (node.isEmpty() || !Files.exists(CORE)) {
            skip("there is no Node, or `npm ci` was not run in trace-viewer/web");
        }
        try {
            Path driver = driver(node.orElseThrow());
            System.setProperty("playwright.cli.dir", driver.toString());
        } catch (IOException e) {
            skip("the driver can't be laid out: " + e);
        }
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable.orElseThrow())
                        .setArgs(ARGUMENTS));
        return new Chromium(playwright, browser);
    }

    private static void skip(String why) {
        System.out.println("browser tests are skipped: " + why);
        Assumptions.abort(why);
    }

    private static Optional<Path> found(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** As the Java client wants to find it: Node, and the package beside it. */
    private static Path driver(Path node) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "playwright").toAbsolutePath());
        Files.deleteIfExists(folder.resolve("node"));
        Files.deleteIfExists(folder.resolve("package"));
        Files.createSymbolicLink(folder.resolve("node"), node.toRealPath());
        Files.createSymbolicLink(folder.resolve("package"), CORE.toRealPath());
        return folder;
    }

    /** A new window that knows nothing of others. */
    BrowserContext window(boolean dark) {
        return browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1400, 900)
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setAcceptDownloads(true));
    }

    /** Waits until the viewer shows something. */
    static Page open(BrowserContext window, String address) {
        Page page = window.newPage();
        page.navigate(address);
        page.waitForSelector("[data-testid=viewer][data-ready=true], [data-testid=problem]");
        return page;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
