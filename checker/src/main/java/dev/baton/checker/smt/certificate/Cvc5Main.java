package dev.baton.checker.smt.certificate;

import dev.baton.checker.process.Service;
import io.github.cvc5.Command;
import io.github.cvc5.InputParser;
import io.github.cvc5.Solver;
import io.github.cvc5.SymbolManager;
import io.github.cvc5.TermManager;
import io.github.cvc5.modes.InputLanguage;

/**
 * cvc5 in a process of its own. A question is a line with the milliseconds it may take, and a script; or
 * {@link #VERSION} alone. An answer is what cvc5 prints.
 */
final class Cvc5Main {
    /** Asks which cvc5 it is. */
    static final String VERSION = "version";

    private Cvc5Main() {}

    public static void main(String[] arguments) {
        Service.serve(Cvc5Main::answer);
    }

    private static String answer(String question) {
        try {
            int end = question.indexOf('\n');
            return question.equals(VERSION)
                    ? new Solver(new TermManager()).getVersion()
                    : printed(question.substring(0, end), question.substring(end + 1));
        } catch (LinkageError e) {
            return Cvc5Solver.ABSENT;
        } catch (Exception e) {
            // its native code throws checked exceptions that no method declares
            return e.getClass().getSimpleName() + ": " + e.getMessage();
        }
    }

    private static String printed(String millis, String script) {
        Solver solver = new Solver(new TermManager());
        solver.setOption("incremental", "false");
        solver.setOption("tlimit-per", millis);
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
        return printed.toString();
    }
}
