package dev.baton.checker.smt.certificate;

import io.github.cvc5.Command;
import io.github.cvc5.InputParser;
import io.github.cvc5.Solver;
import io.github.cvc5.SymbolManager;
import io.github.cvc5.TermManager;
import io.github.cvc5.modes.InputLanguage;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** cvc5. It can't be interrupted: a question that nobody waits for any more ends by its own time limit. */
final class Cvc5Solver implements ScriptSolver {
    private static final int POLL_MILLIS = 20;

    @Override
    public String name() {
        return "cvc5";
    }

    @Override
    public Answer ask(String script, Duration patience, BooleanSupplier cancelled) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("cvc5").start(() -> {
            try {
                answer.complete(answer(script, patience));
            } catch (Exception e) {
                // its native code throws checked exceptions that no method declares
                answer.complete(new Answer.Unknown(e.getClass().getSimpleName() + ": " + e.getMessage()));
            } catch (LinkageError e) {
                answer.complete(new Answer.Unknown("there is no cvc5 for this machine"));
            } catch (OutOfMemoryError e) {
                answer.complete(new Answer.Unknown("out of memory"));
            }
        });
        while (!cancelled.getAsBoolean()) {
            try {
                return answer.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                // ask again whether it is still wanted
            } catch (ExecutionException e) {
                return new Answer.Unknown(String.valueOf(e.getMessage()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        return new Answer.Unknown("cancelled");
    }

    private static Answer answer(String script, Duration patience) {
        Solver solver = new Solver(new TermManager());
        solver.setOption("incremental", "false");
        solver.setOption("tlimit-per", Long.toString(patience.toMillis()));
        SymbolManager symbols = new SymbolManager(solver.getTermManager());
        InputParser parser = new InputParser(solver, symbols);
        parser.setStringInput(InputLanguage.SMT_LIB_2_6, script, "query");
        StringBuilder printed = new StringBuilder();
        while (!parser.done()) {
            Command command = parser.nextCommand();
            if (command.isNull()) {
                break;
            }
            printed.append(command.invoke(solver, symbols)).append('\n');
        }
        String said = printed.toString().strip();
        return said.startsWith("unknown")
                ? new Answer.Unknown("no answer within " + patience.toSeconds() + " s")
                : Replies.answer(said);
    }
}
