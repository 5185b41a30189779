package dev.baton.reference.bench;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs what its arguments tell JMH to, and says at the end how the rings stand to each other. */
public final class RingBench {

    private RingBench() {}

    /** @param args of JMH; {@code quick} first makes iterations few */
    public static void main(String[] args) throws IOException {
        List<String> given = new ArrayList<>(List.of(args));
        if (given.remove("quick")) {
            unlessGiven(given, "-wi", "2");
            unlessGiven(given, "-i", "2");
        }
        unlessGiven(given, "-foe", "true");
        try {
            CommandLineOptions options = new CommandLineOptions(given.toArray(String[]::new));
            if (options.shouldHelp()) {
                options.showHelp();
            } else if (options.shouldList()) {
                new Runner(options).list();
            } else {
                OutputFormat format = withoutTable(OutputFormatFactory.createFormatInstance(
                        System.out, options.verbosity().orElse(VerboseMode.NORMAL)));
                Standings.of(new Runner(options, format).run()).forEach(System.out::println);
            }
        } catch (CommandLineOptionException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (RunnerException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void unlessGiven(List<String> given, String option, String value) {
        if (!given.contains(option)) {
            given.addAll(List.of(option, value));
        }
    }

    /** JMH's own table would add up the percentiles of iterations. */
    private static OutputFormat withoutTable(OutputFormat all) {
        return (OutputFormat) Proxy.newProxyInstance(
                OutputFormat.class.getClassLoader(), new Class<?>[] {OutputFormat.class}, (_, method, arguments) -> {
                    if (method.getName().equals("endRun")) {
                        return null;
                    }
                    try {
                        return method.invoke(all, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
