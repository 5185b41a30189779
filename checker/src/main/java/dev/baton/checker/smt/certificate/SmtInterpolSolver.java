package dev.baton.checker.smt.certificate;

import de.uni_freiburg.informatik.ultimate.logic.QuotedObject;
import de.uni_freiburg.informatik.ultimate.logic.SMTLIBException;
import de.uni_freiburg.informatik.ultimate.smtinterpol.DefaultLogger;
import de.uni_freiburg.informatik.ultimate.smtinterpol.option.OptionMap;
import de.uni_freiburg.informatik.ultimate.smtinterpol.smtlib2.ParseEnvironment;
import de.uni_freiburg.informatik.ultimate.smtinterpol.smtlib2.SMTInterpol;
import java.io.StringReader;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** SMTInterpol, which is written in Java: no native code is to be trusted. It can't multiply bit vectors. */
final class SmtInterpolSolver implements ScriptSolver {
    @Override
    public String name() {
        return "smtinterpol";
    }

    @Override
    public Version version() {
        try {
            OptionMap options = new OptionMap(new DefaultLogger(), true);
            Object said = new SMTInterpol(() -> false, options).getInfo(":version");
            return new Version(true, said instanceof QuotedObject quoted ? quoted.getValue() : said.toString());
        } catch (LinkageError e) {
            return new Version(false, "it does not load here: " + e.getMessage());
        }
    }

    @Override
    public Answer ask(String script, Duration patience, BooleanSupplier cancelled) {
        long end = System.nanoTime() + patience.toNanos();
        OptionMap options = new OptionMap(new DefaultLogger(), true);
        SMTInterpol solver = new SMTInterpol(() -> System.nanoTime() > end || cancelled.getAsBoolean(), options);
        Printed printed = new Printed(solver, options);
        try {
            printed.parseStream(
                    new StringReader("(set-option :verbosity 0)(set-option :print-success false)" + script), "query");
        } catch (SMTLIBException | UnsupportedOperationException | IllegalStateException e) {
            return new Answer.Unknown(String.valueOf(e.getMessage()));
        } catch (AssertionError | ClassCastException | NullPointerException | IndexOutOfBoundsException e) {
            return new Answer.Unknown("it fails: " + e.getClass().getSimpleName());
        } catch (OutOfMemoryError e) {
            return new Answer.Unknown("out of memory");
        } catch (StackOverflowError e) {
            return new Answer.Unknown("out of stack");
        }
        String said = printed.text.toString().strip();
        if (said.equals("unknown")) {
            return cancelled.getAsBoolean() ? new Answer.Unknown("cancelled") : Answer.Unknown.late(patience);
        }
        return Replies.answer(said);
    }

    /** What is printed, kept. */
    private static final class Printed extends ParseEnvironment {
        private final StringBuilder text = new StringBuilder();

        Printed(SMTInterpol solver, OptionMap options) {
            super(solver, options);
        }

        @Override
        public void printResponse(Object response) {
            text.append(response).append('\n');
        }

        @Override
        public void printSuccess() {
            // not wanted
        }

        @Override
        public void printError(String message) {
            text.append("error: ").append(message).append('\n');
        }

        @Override
        public void exitWithStatus(int status) {
            throw new IllegalStateException("it ends with " + status);
        }
    }
}
