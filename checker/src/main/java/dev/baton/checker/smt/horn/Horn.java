package dev.baton.checker.smt.horn;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Z3Exception;
import dev.baton.checker.process.ServiceFailure;
import dev.baton.checker.process.ServiceProcess;
import dev.baton.checker.smt.proof.Outcome;
import dev.baton.checker.smt.proof.Task;
import dev.baton.checker.smt.solver.Session;
import dev.baton.checker.smt.solver.StoppedException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * The system as constrained Horn clauses, given to Spacer in a process of its own: the one in Z3 4.14.1 was seen to
 * follow a stray pointer ({@code spacer::hypothesis_reducer}), and then its process is gone. What it says comes back as
 * text and is not taken at its word: an invariant is for others to check, a way to a bad state is walked here.
 */
public final class Horn {
    private static final long HEAP = 256L << 20;
    /** Whoever asks has a time limit of his own. */
    private static final Duration PATIENCE = Duration.ofDays(365);

    private static final int SHOWN = 40;

    private final Task task;
    private final Session session;
    private final ServiceProcess.Launch launch;

    /** @param launch where to ask; see {@link #launch} */
    public Horn(Task task, ServiceProcess.Launch launch) {
        this.task = task;
        this.session = task.session();
        this.launch = launch;
    }

    /** @param memory how much Z3 may take there, in bytes */
    public static ServiceProcess.Launch launch(long memory) {
        return new ServiceProcess.Launch(
                SpacerMain.class.getName(), HEAP, List.of(Long.toString(Math.max(1, memory >> 20))));
    }

    public Outcome run() {
        try {
            return outcome(answer(session.ask(() -> HornText.of(task))));
        } catch (StoppedException e) {
            return new Outcome.Undecided(e.reason());
        } catch (ServiceFailure e) {
            return new Outcome.Undecided(e.reason());
        }
    }

    private String answer(String question) throws ServiceFailure {
        try (ServiceProcess spacer = ServiceProcess.start(launch)) {
            return spacer.ask(question, PATIENCE, session::cancelled);
        }
    }

    private Outcome outcome(String answer) {
        int end = answer.indexOf('\n');
        String rest = answer.substring(end + 1);
        return switch (end < 0 ? answer : answer.substring(0, end)) {
            case "unsat" -> read(rest, facts -> new SpacerAnswer(task.system()).invariant(facts));
            case "sat" -> read(rest, facts -> new SpacerAnswer(task.system()).way(facts, task.bad()));
            case "unknown" -> new Outcome.Undecided(rest.strip());
            default -> unreadable(answer);
        };
    }

    private Outcome read(String script, Function<BoolExpr[], Outcome> reading) {
        return session.ask(() -> {
            BoolExpr[] facts;
            try {
                facts = session.context().parseSMTLIB2String(script, null, null, null, null);
            } catch (Z3Exception e) {
                return unreadable(script);
            }
            return reading.apply(facts);
        });
    }

    private static Outcome unreadable(String answer) {
        String shown = answer.substring(0, Math.min(SHOWN, answer.length())).replaceAll("[^ -~]", " ");
        return new Outcome.Undecided("its answer can't be read: `" + shown.strip() + "`");
    }
}
