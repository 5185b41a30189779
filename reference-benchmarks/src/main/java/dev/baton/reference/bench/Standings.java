package dev.baton.reference.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * What a run has measured, as a small table: in each group the fastest first, and how each ring stands to it, and to
 * the ring by hand that does the same as the generated one. 1 is as fast, 0.5 half as fast. Figures are medians of
 * iterations; round trips are compared by the median of each iteration's, too, since means tell more of who else wants
 * the cores.
 */
final class Standings {
    /** A ring's figures, and how fast that is. */
    private record Line(String ring, double fast, List<String> cells) {}

    private Standings() {}

    /** The table, a line each. */
    static List<String> of(Collection<RunResult> runs) {
        Map<String, List<RunResult>> groups = new LinkedHashMap<>();
        for (RunResult run : runs) {
            groups.computeIfAbsent(run.getParams().getBenchmark(), _ -> new ArrayList<>())
                    .add(run);
        }
        return groups.entrySet().stream()
                .flatMap(group -> group(group.getKey(), group.getValue()))
                .toList();
    }

    private static Stream<String> group(String benchmark, List<RunResult> runs) {
        boolean trips = benchmark.startsWith(RingLatency.class.getName());
        List<Line> lines = runs.stream()
                .map(run -> trips ? trip(run) : messages(run))
                .sorted(Comparator.comparingDouble(Line::fast).reversed())
                .toList();
        double best = lines.getFirst().fast();
        double same = lines.stream()
                .filter(line -> line.ring().equals(Contestant.HAND_BELL.title()))
                .mapToDouble(Line::fast)
                .findFirst()
                .orElse(Double.NaN);
        String processes = benchmark.endsWith("oneProcess") ? "one process" : "two processes";
        Stream<String> head = trips
                ? Stream.of(
                        processes + ", round trip in nanoseconds",
                        row("ring", List.of("p50", "p99", "mean", "of fastest", "of hand-bell")))
                : Stream.of(
                        processes + ", millions of messages a second",
                        row("ring", List.of("M/s", "lowest", "highest", "of fastest", "of hand-bell")));
        Stream<String> body = lines.stream().map(line -> {
            List<String> cells = new ArrayList<>(line.cells());
            cells.add(decimals(line.fast() / best));
            cells.add(decimals(line.fast() / same));
            return row(line.ring(), cells);
        });
        return Stream.of(Stream.of(""), head, body).flatMap(part -> part);
    }

    private static Line messages(RunResult run) {
        double[] all = iterations(run, IterationResult::getPrimaryResult);
        return new Line(
                run.getParams().getParam("ring"),
                median(all),
                List.of(decimals(median(all) / 1e6), decimals(all[0] / 1e6), decimals(all[all.length - 1] / 1e6)));
    }

    private static Line trip(RunResult run) {
        double half = median(
                iterations(run, iteration -> iteration.getSecondaryResults().get("p50")));
        double most = median(
                iterations(run, iteration -> iteration.getSecondaryResults().get("p99")));
        double mean = median(iterations(run, IterationResult::getPrimaryResult));
        return new Line(run.getParams().getParam("ring"), 1 / half, List.of(whole(half), whole(most), whole(mean)));
    }

    /** In ascending order. */
    private static double[] iterations(RunResult run, Function<IterationResult, Result<?>> what) {
        return run.getBenchmarkResults().stream()
                .map(BenchmarkResult::getIterationResults)
                .flatMap(Collection::stream)
                .mapToDouble(iteration -> what.apply(iteration).getScore())
                .sorted()
                .toArray();
    }

    private static double median(double[] ascending) {
        int n = ascending.length;
        return (ascending[(n - 1) / 2] + ascending[n / 2]) / 2;
    }

    private static String row(String ring, List<String> cells) {
        return String.format(Locale.ROOT, "%-17s", ring)
                + cells.stream()
                        .map(cell -> String.format(Locale.ROOT, "%13s", cell))
                        .collect(Collectors.joining());
    }

    private static String whole(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.0f", value);
    }

    private static String decimals(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.2f", value);
    }
}
