package dev.baton.runtime.process;

import dev.baton.runtime.Actor;
import dev.baton.runtime.Journal;
import dev.baton.runtime.Life;
import dev.baton.runtime.Machine;
import dev.baton.runtime.MachineLock;
import dev.baton.runtime.Signal;
import dev.baton.runtime.free.Ending;
import dev.baton.runtime.log.LogDrain;
import dev.baton.runtime.log.LogRing;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Launches the kernels of a machine, sees them die, restarts them, makes faults strike, and ends it all. What it does
 * to a machine whose steps hold the lock is a step like any other.
 */
final class Supervisor {
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long GRACE = TimeUnit.MILLISECONDS.toNanos(700);

    private record Due(long time, RunOptions.Blow blow, Post post) {}

    private final Machine machine;
    private final Host host;
    private final Optional<LogDrain> drain;
    private final RunOptions options;
    private final BooleanSupplier stopped;
    /** By their numbers as holders. */
    private final List<Post> posts = new ArrayList<>();

    private final PriorityQueue<Due> faults = new PriorityQueue<>(Comparator.comparingLong(Due::time));
    private final List<String> violations = new ArrayList<>();
    private final Map<String, Map<String, String>> variables = new LinkedHashMap<>();
    private final Quiet quiet;
    private final long me;
    private int lives;
    private int crashes;

    Supervisor(Machine machine, Host host, Optional<LogDrain> drain, RunOptions options, BooleanSupplier stopped) {
        this.machine = machine;
        this.host = host;
        this.drain = drain;
        this.options = options;
        this.stopped = stopped;
        this.quiet = new Quiet(machine);
        this.me = MachineLock.holder(machine.members(), 0, 0);
        for (Actor a : machine.actors()) {
            for (int m = 0; m < a.members(); m++) {
                posts.add(new Post(a, m));
            }
        }
    }

    /** Runs the machine; returns when all its kernels have ended. */
    RunReport run() throws IOException {
        long start = System.nanoTime();
        for (RunOptions.Fault f : options.faults()) {
            faults.add(new Due(start + f.at().toNanos(), f.blow(), post(f)));
        }
        RunReport.Ended ended;
        try {
            ended = watch(start + options.limit().toNanos());
        } finally {
            end();
        }
        return new RunReport(
                ended,
                Duration.ofNanos(System.nanoTime() - start),
                List.copyOf(violations),
                lives,
                crashes,
                0,
                variables,
                host.notes());
    }

    private Post post(RunOptions.Fault f) {
        return posts.stream()
                .filter(p -> p.actor.name().equals(f.actor()) && p.member == f.member())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no `" + f.actor() + "[" + f.member() + "]` that could crash or come back"));
    }

    private RunReport.Ended watch(long deadline) throws IOException {
        Signal signal = machine.signals().launcher();
        while (true) {
            long seen = signal.arm();
            try {
                if (stopped.getAsBoolean()) {
                    return RunReport.Ended.STOPPED;
                }
                launchAll();
                for (Post p : posts) {
                    reap(p);
                }
                strike();
                if (!violations.isEmpty()) {
                    return RunReport.Ended.VIOLATED;
                }
                long now = System.nanoTime();
                if (now >= deadline) {
                    return RunReport.Ended.LIMIT;
                }
                if (isDone()) {
                    return RunReport.Ended.DONE;
                }
                if (isQuiet()) {
                    return RunReport.Ended.QUIET;
                }
                long next = faults.isEmpty()
                        ? deadline
                        : Math.min(deadline, faults.element().time());
                signal.await(seen, Math.max(1, Math.min(LOOK, next - now)));
            } finally {
                signal.disarm();
            }
        }
    }

    /** Nobody runs, and nobody will. */
    private boolean isDone() {
        return faults.isEmpty() && posts.stream().allMatch(p -> p.running.isEmpty() && !isToLaunch(p));
    }

    /** Those that run can do nothing, and nothing else will happen. */
    private boolean isQuiet() {
        return faults.isEmpty()
                && posts.stream().noneMatch(p -> p.struck || isToLaunch(p))
                && quiet.look(posts.stream().map(p -> p.running.isPresent()).toList());
    }

    private boolean isToLaunch(Post p) {
        return p.running.isEmpty() && machine.lives().of(p.actor, p.member) == Life.LIVE && !p.isInLaunchedLife();
    }

    /** What stands in the middle of a step doesn't count: it may yet be undone. */
    private List<Post> toLaunch() {
        List<Post> due = posts.stream().filter(this::isToLaunch).toList();
        if (due.isEmpty() || !machine.isLocked()) {
            return due;
        }
        acquire();
        List<Post> surely = due.stream().filter(this::isToLaunch).toList();
        machine.lock().release();
        return surely;
    }

    private void launchAll() throws IOException {
        List<Post> due = toLaunch();
        Map<Post, List<LogRing>> rings = new LinkedHashMap<>();
        for (Post p : due) {
            rings.put(p, host.rings(p.actor, p.member));
        }
        for (Map.Entry<Post, List<LogRing>> e : rings.entrySet()) {
            Post p = e.getKey();
            drain.ifPresent(d -> e.getValue().forEach(r -> d.add(r, p.actor, p.member)));
            p.launched = machine.lives().count(p.actor, p.member);
            p.running = Optional.of(host.launch(p.actor, p.member, e.getValue()));
            lives++;
        }
    }

    private void reap(Post p) {
        if (p.running.isEmpty() || p.running.get().isRunning()) {
            return;
        }
        Running was = p.running.get();
        drain.ifPresent(d -> was.rings().forEach(d::ended));
        Ending ending = was.ending();
        switch (ending.kind()) {
            case FINISHED, STOPPED -> variables.put(p.name(), was.variables());
            case HALTED -> {}
            case CRASHED -> crashed(p);
            case VIOLATED, FAILED ->
                violations.add(p.name() + ": " + ending.message().orElse("fails"));
        }
        p.running = Optional.empty();
        p.struck = false;
    }

    /**
     * The process is dead: now all may know. Its half step, if it was in one, is undone first. One that had halted
     * before has not crashed.
     */
    private void crashed(Post p) {
        machine.signals().of(p.actor, p.member).abandoned();
        if (!strikes(p, "crash", () -> p.isInLaunchedLife() && machine.lives().die(p.actor, p.member))) {
            return;
        }
        crashes++;
        Optional.ofNullable(options.restart().get(p.actor.name()))
                .ifPresent(
                        after -> faults.add(new Due(System.nanoTime() + after.toNanos(), RunOptions.Blow.RESTART, p)));
    }

    /** Changes a life, as a step like any other; whether it could. */
    private boolean strikes(Post p, String what, BooleanSupplier change) {
        if (machine.isLocked()) {
            acquire();
        }
        boolean struck = drain.map(d -> d.fault(p.name(), what, change)).orElseGet(change::getAsBoolean);
        unlock();
        return struck;
    }

    /** Takes the lock; from any process that is dead, too, whose death isn't known yet. */
    private void acquire() {
        while (!machine.lock().acquireWithin(me, LOOK, holder -> isDead(posts.get(holder)))) {
            // Who holds it may wait for room in its log until what the dead have logged is written.
            posts.stream()
                    .filter(this::isDead)
                    .forEach(p -> drain.ifPresent(
                            d -> p.running.ifPresent(r -> r.rings().forEach(d::ended))));
        }
    }

    /** Whether none of its code runs, whatever is said of its life. */
    private boolean isDead(Post p) {
        return p.running.isEmpty() || !p.running.get().isRunning();
    }

    private void unlock() {
        if (machine.isLocked()) {
            machine.journal().ifPresent(Journal::commit);
            machine.lock().release();
        }
        machine.signals().everybody();
    }

    private void strike() {
        long now = System.nanoTime();
        while (!faults.isEmpty() && faults.element().time() <= now) {
            Due due = faults.remove();
            Post p = due.post();
            switch (due.blow()) {
                case CRASH ->
                    p.running.ifPresent(r -> {
                        p.struck = true;
                        r.kill();
                    });
                case RESTART -> {
                    boolean _ = strikes(p, "restart", () -> machine.lives().restart(p.actor, p.member));
                }
                case HANG -> {
                    boolean _ = strikes(p, "hang", () -> machine.lives().hang(p.actor, p.member));
                }
            }
        }
    }

    private void end() {
        machine.stop();
        long until = System.nanoTime() + GRACE;
        while (posts.stream().anyMatch(p -> p.running.isPresent())) {
            Signal signal = machine.signals().launcher();
            long seen = signal.arm();
            for (Post p : posts) {
                if (System.nanoTime() > until) {
                    p.running.ifPresent(Running::kill);
                }
                reapAtEnd(p);
            }
            if (posts.stream().anyMatch(p -> p.running.isPresent())) {
                signal.await(seen, TimeUnit.MILLISECONDS.toNanos(5));
            }
            signal.disarm();
        }
    }

    private void reapAtEnd(Post p) {
        if (p.running.isEmpty() || p.running.get().isRunning()) {
            return;
        }
        Running was = p.running.get();
        p.running = Optional.empty();
        drain.ifPresent(d -> was.rings().forEach(d::ended));
        Ending ending = was.ending();
        switch (ending.kind()) {
            case FINISHED, STOPPED, HALTED -> variables.put(p.name(), was.variables());
            case CRASHED -> {}
            case VIOLATED, FAILED ->
                violations.add(p.name() + ": " + ending.message().orElse("fails"));
        }
    }
}
