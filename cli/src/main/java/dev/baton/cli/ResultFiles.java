package dev.baton.cli;

import dev.baton.cli.report.JsonReport;
import dev.baton.cli.report.JunitReport;
import dev.baton.cli.report.Labels;
import dev.baton.cli.report.RunReport;
import dev.baton.cli.report.TraceFiles;
import dev.baton.trace.format.TraceFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The files that a run's result goes to, each known to be writable.
 *
 * @param jsonToOut whether JSON goes to standard output, in place of the table
 */
record ResultFiles(
        boolean jsonToOut,
        Optional<OutputFile> json,
        Optional<OutputFile> junit,
        Optional<Path> traces,
        List<TraceFormat> formats) {

    /** The result alone, as where there is no outcome to write traces of. */
    void json(RunReport report, Console console) {
        String text = jsonToOut || json.isPresent() ? JsonReport.text(report) : "";
        json.ifPresent(f -> f.write(text));
        if (jsonToOut) {
            console.out().print(text);
            console.out().flush();
        }
    }

    void all(RunReport report, Labels labels, Console console) {
        json(report, console);
        junit.ifPresent(f -> f.write(JunitReport.text(report.outcomes())));
        traces.ifPresent(folder -> OutputFile.writeAll(folder, TraceFiles.of(report.outcomes(), labels, formats)));
    }
}
