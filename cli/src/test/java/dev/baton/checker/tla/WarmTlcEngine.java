package dev.baton.checker.tla;

import dev.baton.checker.CheckRequest;
import dev.baton.checker.CheckResult;
import dev.baton.checker.Engine;
import dev.baton.checker.Watch;
import dev.baton.checker.process.PrivateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@link TlcEngine} but for how TLC is started: in this JVM, which takes a tenth of the time that a new JVM needs. What
 * TLC reads and what is made of its answers is the same. For tests that run TLC thousands of times on tiny systems;
 * only one of them may run at a time.
 */
public final class WarmTlcEngine implements Engine {
    private final WarmTlc tlc;
    private final boolean anew;

    /** A TLC that is loaded once, and from then on reset. */
    public WarmTlcEngine() {
        this(new WarmTlc(TlaTools.jar().orElseThrow()), false);
    }

    /**
     * The share of the heap that TLC keeps fingerprints in. A run can leave threads behind that hold on to it; with a
     * quarter, which TLC takes if nobody says, many runs fill the heap.
     */
    private static final String FINGERPRINT_MEMORY = "0.005";

    private WarmTlcEngine(WarmTlc tlc, boolean anew) {
        this.tlc = tlc;
        this.anew = anew;
    }

    /** The same, but loading TLC anew for each run: slower, and nothing can be left of earlier runs. */
    public WarmTlcEngine anew() {
        return new WarmTlcEngine(tlc, true);
    }

    @Override
    public String name() {
        return "tlc";
    }

    @Override
    public Optional<String> refuses(CheckRequest request) {
        return Optional.empty();
    }

    /** Can't be cancelled; one worker. */
    @Override
    public CheckResult check(CheckRequest request, Watch watch) {
        Instant start = Instant.now();
        TlaModule module = TlaEmitter.emit(request.system());
        Inquiry inquiry = new Inquiry(module, request.properties());
        while (!inquiry.finished()) {
            inquiry.learn(run(module, inquiry));
        }
        return inquiry.result(1, start);
    }

    private TlcReport run(TlaModule module, Inquiry inquiry) {
        LatchModule latch = new LatchModule(module, inquiry.asked());
        String config = TlaConfig.of(module, inquiry.asked())
                .with(inquiry.deadlock())
                .with(latch::operator)
                .text();
        Map<String, String> files = Map.of(
                module.name() + ".tla",
                module.text(),
                LatchModule.NAME + ".tla",
                latch.text(),
                LatchModule.NAME + ".cfg",
                config);
        try (PrivateFolder folder = PrivateFolder.in(Path.of(System.getProperty("java.io.tmpdir")), "baton-tlc-")) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(folder.path().resolve(file.getKey()), file.getValue());
            }
            String states = folder.path().resolve("states").toString();
            String main = folder.path().resolve(LatchModule.NAME + ".tla").toString();
            List<String> arguments = new ArrayList<>(List.of("-tool", "-metadir", states, "-fp", "0"));
            arguments.addAll(List.of("-fpmem", FINGERPRINT_MEMORY, "-checkpoint", "0", "-workers", "1", "-continue"));
            arguments.add(main);
            return listen(arguments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TlcReport listen(List<String> arguments) {
        TlcListener listener = new TlcListener();
        TlcMessages messages = new TlcMessages(listener::message);
        WarmTlc.Output output = tlc.run(arguments, anew);
        output.text().lines().forEach(messages::line);
        return listener.report(messages.loose(), new TlcReport.End.Exited(output.code()));
    }
}
