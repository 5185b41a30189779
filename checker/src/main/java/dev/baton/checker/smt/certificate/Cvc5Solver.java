package dev.baton.checker.smt.certificate;

import dev.baton.checker.process.ServiceFailure;
import dev.baton.checker.process.ServiceProcess;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** cvc5. It can't be interrupted, so it is asked in a process of its own, which starts with the first question. */
final class Cvc5Solver implements ScriptSolver {
    /** What its process says where there is no cvc5. */
    static final String ABSENT = "there is no cvc5 for this machine";

    private static final long HEAP = 512L << 20;
    /** Its own time limit is not always heeded; beyond it so much longer is waited. */
    private static final Duration LONGER = Duration.ofSeconds(2);

    private static final Duration TO_START = Duration.ofSeconds(30);

    private final ServiceProcess.Launch launch;
    private Optional<ServiceProcess> process = Optional.empty();

    Cvc5Solver() {
        this(new ServiceProcess.Launch(Cvc5Main.class.getName(), HEAP, List.of()));
    }

    /** @param launch something that answers as {@link Cvc5Main} does */
    Cvc5Solver(ServiceProcess.Launch launch) {
        this.launch = launch;
    }

    @Override
    public String name() {
        return "cvc5";
    }

    @Override
    public Version version() {
        try {
            String said = asked(Cvc5Main.VERSION, TO_START, () -> false).strip();
            return new Version(said.matches("[0-9]+\\..*"), said);
        } catch (ServiceFailure e) {
            return new Version(false, e.reason());
        } finally {
            close();
        }
    }

    @Override
    public Answer ask(String script, Duration patience, BooleanSupplier cancelled) {
        try {
            String said = asked(patience.toMillis() + "\n" + script, patience.plus(LONGER), cancelled);
            return said.startsWith("unknown") ? Answer.Unknown.late(patience) : Replies.answer(said);
        } catch (ServiceFailure e) {
            return new Answer.Unknown(e.reason());
        }
    }

    private String asked(String question, Duration patience, BooleanSupplier cancelled) throws ServiceFailure {
        if (process.filter(ServiceProcess::alive).isEmpty()) {
            close();
            process = Optional.of(ServiceProcess.start(launch));
        }
        return process.get().ask(question, patience, cancelled);
    }

    @Override
    public void close() {
        process.ifPresent(ServiceProcess::close);
        process = Optional.empty();
    }
}
