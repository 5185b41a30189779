package dev.baton.reference.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** What a run has measured, as one small table, with each ring's ratio to the fastest of its group. */
final class Standings {
    private static final int WIDTH = 12;

    private record Line(String ring, double score, double error, double p50, double p99) {}

    private Standings() {}

    /** The table, a line each. */
    static List<String> of(Collection<RunResult> runs) {
        Map<String, List<RunResult>> groups = new LinkedHashMap<>();
        for (RunResult run : runs) {
            groups.computeIfAbsent(run.getParams().getBenchmark(), _ -> new ArrayList<>())
                    .add(run);
        }
        List<String> table = new ArrayList<>();
        groups.forEach((name, group) -> table.addAll(group(name.substring(name.lastIndexOf('.') + 1), group)));
        return table;
    }

    private static List<String> group(String processes, List<RunResult> runs) {
        boolean latency = runs.getFirst().getParams().getBenchmark().startsWith(RingLatency.class.getName());
        Comparator<Line> byScore = Comparator.comparingDouble(Line::score);
        List<Line> lines = runs.stream()
                .map(Standings::line)
                .sorted(latency ? byScore : byScore.reversed())
                .toList();
        double best = lines.getFirst().score();
        List<String> table = new ArrayList<>();
        table.add("");
        String where = processes.equals("oneProcess") ? "one process" : "two processes";
        table.add(
                latency
                        ? where + ", one message in the ring: nanoseconds of a round trip"
                        : where + ", 1024 slots: millions of messages a second");
        table.add(latency ? row("ring", "mean", "+-", "p50", "p99", "ratio") : row("ring", "M/s", "+-", "ratio"));
        for (Line l : lines) {
            table.add(
                    latency
                            ? row(
                                    l.ring(),
                                    whole(l.score()),
                                    whole(l.error()),
                                    whole(l.p50()),
                                    whole(l.p99()),
                                    ratio(best / l.score()))
                            : row(l.ring(), millions(l.score()), millions(l.error()), ratio(l.score() / best)));
        }
        return table;
    }

    private static Line line(RunResult run) {
        Result<?> primary = run.getPrimaryResult();
        return new Line(
                run.getParams().getParam("ring"),
                primary.getScore(),
                primary.getScoreError(),
                mean(run, "p50"),
                mean(run, "p99"));
    }

    /** Of all iterations: JMH itself adds events up. */
    private static double mean(RunResult run, String counter) {
        return run.getBenchmarkResults().stream()
                .map(BenchmarkResult::getIterationResults)
                .flatMap(Collection::stream)
                .map(iteration -> iteration.getSecondaryResults().get(counter))
                .filter(result -> result != null)
                .mapToDouble(result -> result.getScore())
                .average()
                .orElse(Double.NaN);
    }

    private static String row(String ring, String... cells) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-" + WIDTH + "s", ring));
        for (String cell : cells) {
            row.append(String.format(Locale.ROOT, "%" + WIDTH + "s", cell));
        }
        return row.toString();
    }

    private static String whole(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.0f", value);
    }

    private static String millions(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.2f", value / 1e6);
    }

    private static String ratio(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
