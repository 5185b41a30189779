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

/** The files that a run's result goes to, each known to be writable. */
record ResultFiles(JsonTarget json, Optional<OutputFile> junit, Optional<Path> traces, List<TraceFormat> formats) {

    /** The result alone, as where there is no outcome to write traces of. */
    void writeJson(RunReport report, Console console) {
        json.write(() -> JsonReport.text(report), console);
    }

    void all(RunReport report, Labels labels, Console console) {
        writeJson(report, console);
        junit.ifPresent(f -> f.write(JunitReport.text(report.outcomes())));
        traces.ifPresent(folder -> OutputFile.writeAll(folder, TraceFiles.of(report.outcomes(), labels, formats)));
    }
}
