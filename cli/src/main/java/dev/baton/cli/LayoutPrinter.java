package dev.baton.cli;

import dev.baton.checker.CheckRequest;
import dev.baton.checker.explicit.ExplicitEngine;
import dev.baton.cli.check.CheckOptions;
import dev.baton.cli.check.CheckRun;
import dev.baton.cli.check.Interruption;
import dev.baton.cli.check.PlannedCheck;
import dev.baton.cli.report.Labels;
import dev.baton.cli.report.LayoutText;
import java.util.List;
import java.util.Optional;

/** {@code --explain-layout}: how the compiled search packs the states of each check. */
final class LayoutPrinter {
    private LayoutPrinter() {}

    /** Undecided if some check is beyond the compiled search. */
    static ExitCode print(List<PlannedCheck> checks, CheckOptions options, Labels labels, Console console) {
        ExplicitEngine engine = new ExplicitEngine();
        List<CheckRequest> requests = new CheckRun(options, List.of(engine), new Interruption()).requests(checks);
        ExitCode code = ExitCode.EXPECTED;
        for (int i = 0; i < checks.size(); i++) {
            String label = labels.of(checks.get(i));
            Optional<String> refusal = engine.refuses(requests.get(i));
            if (refusal.isPresent()) {
                console.out().println(label + ": " + refusal.get());
                code = ExitCode.UNDECIDED;
            } else {
                LayoutText.lines(label, engine.layout(requests.get(i))).forEach(console.out()::println);
            }
            console.out().println();
        }
        return code;
    }
}
