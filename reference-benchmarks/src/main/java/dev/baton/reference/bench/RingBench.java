package dev.baton.reference.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** Runs what its arguments tell JMH to, and says at the end how the rings stand to each other. */
public final class RingBench {
    private static final List<String> SHORT = List.of("-wi", "2", "-i", "2");

    private RingBench() {}

    /** @param args of JMH; {@code quick} first makes iterations few */
    public static void main(String[] args) {
        List<String> given = new ArrayList<>(List.of(args));
        if (!given.isEmpty() && given.getFirst().equals("quick")) {
            given.removeFirst();
            given.addAll(0, SHORT);
        }
        try {
            CommandLineOptions options = new CommandLineOptions(given.toArray(String[]::new));
            if (options.shouldList() || options.shouldHelp()) {
                org.openjdk.jmh.Main.main(given.toArray(String[]::new));
                return;
            }
            Collection<RunResult> runs = new Runner(options).run();
            Standings.of(runs).forEach(System.out::println);
        } catch (CommandLineOptionException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (RunnerException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
