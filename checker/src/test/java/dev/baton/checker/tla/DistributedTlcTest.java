package dev.baton.checker.tla;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.checker.CheckRequest;
import dev.baton.checker.CheckResult;
import dev.baton.checker.Verdict;
import dev.baton.checker.Watch;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Exprs;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Variable;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.source.Span;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.type.Bound;
import dev.baton.model.type.Type;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLC's server and workers, in processes of this machine: right answers, and nothing left behind, whoever dies. */
final class DistributedTlcTest {
    private static final String SERVER = "tlc2.tool.distributed.TLCServer";
    private static final String WORKER = "tlc2.tool.distributed.TLCWorker";

    @TempDir
    private Path scratch;

    @AfterEach
    void nothingIsLeftBehind() throws IOException {
        try (Stream<Path> files = Files.list(scratch)) {
            assertThat(files).isEmpty();
        }
        assertThat(processes(SERVER)).isEmpty();
        assertThat(processes(WORKER)).isEmpty();
    }

    @Test
    void aServerAndTwoWorkers() {
        TransitionSystem system = KnownSystems.twoPhase();
        List<Property> properties = Stream.of("Consistent", "Decides", "no_deadlock")
                .map(name -> property(system, name))
                .toList();
        CheckResult result = check(system, properties, 2, Watch.NOBODY);
        assertThat(result.complete()).isTrue();
        assertThat(result.distinct()).hasValue(288);
        assertThat(verdict(result, "Consistent")).isInstanceOf(Verdict.Holds.class);
        assertThat(verdict(result, "no_deadlock")).isInstanceOf(Verdict.Holds.class);
        assertThat(verdict(result, "Decides"))
                .isEqualTo(new Verdict.Unknown("TLC's distributed mode does not check liveness"));
    }

    /** TLC's workers would not look at that step: it leads to a state that was seen before. */
    @Test
    void aViolationFoundByAWorkerFromElsewhere() throws IOException, InterruptedException, ExecutionException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), freePort());
        AtomicBoolean stopped = new AtomicBoolean();
        FutureTask<Optional<String>> elsewhere =
                new FutureTask<>(() -> new RemoteWorker(address, 1, Optional.empty()).work(stopped::get, news -> {}));
        Thread.ofVirtual().start(elsewhere);
        TransitionSystem system = roundabout();
        CheckResult result = new TlcEngine(scratch, Optional.of(new Distribution(Optional.of(address))))
                .check(request(system, system.properties(), 0), Watch.NOBODY);
        stopped.set(true);
        assertThat(elsewhere.get()).isEmpty();
        assertThat(verdict(result, "Low")).isInstanceOf(Verdict.Holds.class);
        assertThat(verdict(result, "OnlyUp"))
                .isInstanceOfSatisfying(
                        Verdict.Violated.class,
                        v -> assertThat(new Interpreter(system)
                                        .shows(
                                                property(system, "OnlyUp"),
                                                v.trace().orElseThrow()))
                                .isTrue());
    }

    @Test
    void theOthersGoOnWhereAWorkerDies() {
        TransitionSystem system = Systems.wide(4, 12);
        Killer killer = new Killer(WORKER, 1);
        CheckResult result = check(system, List.of(property(system, "Bounded")), 2, killer);
        assertThat(killer.killed()).isTrue();
        assertThat(verdict(result, "Bounded")).isInstanceOf(Verdict.Holds.class);
        assertThat(result.distinct()).hasValue(13 * 13 * 13 * 13);
    }

    @Test
    void withoutWorkersNothingIsDecided() {
        assertThat(unfinished(new Killer(WORKER, 2)))
                .isEqualTo(
                        new Verdict.Unknown("all 2 workers are gone: a worker was killed by signal 9 (exit code 137)"));
    }

    @Test
    void withoutServerNothingIsDecided() {
        assertThat(unfinished(new Killer(SERVER, 1)))
                .isEqualTo(new Verdict.Unknown("TLC was killed by signal 9 (exit code 137)"));
    }

    @Test
    void interruption() {
        Killer nobody = new Killer(WORKER, 0);
        assertThat(unfinished(new Watch() {
                    @Override
                    public boolean cancelled() {
                        return nobody.killed();
                    }

                    @Override
                    public void progress(Progress progress) {
                        nobody.progress(progress);
                    }
                }))
                .isEqualTo(new Verdict.Unknown("interrupted"));
    }

    @Test
    void livenessAloneIsRefused() {
        TransitionSystem system = KnownSystems.twoPhase();
        assertThat(new TlcEngine(Distribution.HERE).refuses(request(system, List.of(property(system, "Decides")), 1)))
                .hasValue("no, because TLC's distributed mode does not check liveness");
    }

    @Test
    void anAddressThatIsTakenIsRefused() throws IOException {
        TransitionSystem system = KnownSystems.twoPhase();
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Distribution taken = new Distribution(
                    Optional.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), other.getLocalPort())));
            assertThat(new TlcEngine(taken).refuses(request(system, system.properties(), 1)))
                    .hasValueSatisfying(reason -> assertThat(reason)
                            .startsWith("no, because nothing can listen at 127.0.0.1:" + other.getLocalPort()));
        }
    }

    /** Kills workers or the server as soon as two workers are at work; none to only see that they are. */
    private static final class Killer implements Watch {
        private final String victim;
        private final int victims;
        private final AtomicBoolean killed = new AtomicBoolean();

        Killer(String victim, int victims) {
            this.victim = victim;
            this.victims = victims;
        }

        boolean killed() {
            return killed.get();
        }

        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public void progress(Progress progress) {
            if (progress.phase().equals("TLC, 2 workers") && killed.compareAndSet(false, true)) {
                processes(victim).limit(victims).forEach(ProcessHandle::destroyForcibly);
            }
        }
    }

    /** What is said of more states than these tests wait for. */
    private Verdict unfinished(Watch watch) {
        TransitionSystem system = Systems.wide(8, 40);
        CheckResult result = check(system, List.of(property(system, "Bounded")), 2, watch);
        assertThat(result.complete()).isFalse();
        return verdict(result, "Bounded");
    }

    private CheckResult check(TransitionSystem system, List<Property> properties, int workers, Watch watch) {
        return new TlcEngine(scratch, Optional.of(Distribution.HERE))
                .check(request(system, properties, workers), watch);
    }

    private static CheckRequest request(TransitionSystem system, List<Property> properties, int workers) {
        return new CheckRequest(system, properties, workers, Optional.empty(), Optional.empty());
    }

    private static Stream<ProcessHandle> processes(String main) {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info()
                        .arguments()
                        .map(arguments -> List.of(arguments).contains(main))
                        .orElse(false));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** 0, 1, 2, 0, …: the step that leads down leads back. */
    private static TransitionSystem roundabout() {
        Sketch s = new Sketch("Roundabout");
        Type.Range range = new Type.Range(Bound.of(0), Bound.of(2));
        Variable at = s.variable("at", range, Exprs.literal(0));
        Expr up = Exprs.apply(Op.LT, Type.BOOL, Exprs.read(at), Exprs.literal(2));
        s.action("up", up, Sketch.set(at, Systems.add(Exprs.read(at), Exprs.literal(1))));
        s.action("around", Systems.not(up), Sketch.set(at, Exprs.literal(0)));
        s.property("Low", Property.Kind.INVARIANT, Exprs.apply(Op.LE, Type.BOOL, Exprs.read(at), Exprs.literal(2)));
        s.property(
                "OnlyUp",
                Property.Kind.STEP,
                Exprs.apply(Op.LT, Type.BOOL, Exprs.read(at), new Expr.Read(at, true, Span.NONE)));
        return s.build();
    }

    private static Property property(TransitionSystem system, String name) {
        return system.properties().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Verdict verdict(CheckResult result, String property) {
        return result.answers().stream()
                .filter(a -> a.property().name().equals(property))
                .findFirst()
                .orElseThrow()
                .verdict();
    }
}
