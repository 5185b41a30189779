package dev.baton.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.checker.walk.WalkResult;
import dev.baton.cli.check.WalkedCheck;
import dev.baton.cli.check.WalkedProperty;
import dev.baton.model.source.Span;
import dev.baton.trace.ActionWords;
import dev.baton.trace.TraceJson;
import dev.baton.trace.minimize.Cost;
import dev.baton.trace.minimize.CostJson;

/** Random walks as JSON, as {@code docs/simulate.md} says. */
public final class SimulationJson {
    /** Rises when a field changes its meaning or goes; not when one is added. */
    public static final int SCHEMA = 1;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SimulationJson() {}

    public static String text(SimulationReport report) {
        ObjectNode json = JSON.objectNode();
        json.put("baton", report.version());
        json.put("schema", SCHEMA);
        json.put("exitCode", report.exitCode());
        json.put("wallSeconds", JsonReport.rounded(report.wallSeconds()));
        json.put("seed", report.options().seed());
        json.put("depth", report.options().depth());
        ArrayNode files = json.putArray("files");
        report.diagnostics().forEach((file, diagnostics) -> {
            ObjectNode node = files.addObject();
            node.put("file", file);
            ArrayNode all = node.putArray("diagnostics");
            diagnostics.forEach(d -> all.add(JsonReport.diagnostic(d)));
        });
        ArrayNode checks = json.putArray("checks");
        report.checks().forEach(c -> checks.add(check(c)));
        return json.toPrettyString() + "\n";
    }

    private static ObjectNode check(WalkedCheck walked) {
        ObjectNode json = JSON.objectNode();
        json.put("file", walked.check().file());
        json.put("check", walked.check().name());
        json.put("engine", walked.outcome().engine());
        ObjectNode parameters = json.putObject("parameters");
        walked.check().system().parameters().forEach(p -> parameters.put(p.name(), p.value()));
        json.put("steps", walked.result().steps());
        json.put("walks", walked.result().walks());
        json.put("deadEnds", walked.result().deadEnds());
        json.put("ending", ending(walked.result().ending()));
        json.put("seconds", JsonReport.rounded(walked.outcome().seconds()));
        ArrayNode properties = json.putArray("properties");
        walked.properties().forEach(p -> properties.add(property(walked, p)));
        ArrayNode actions = json.putArray("actions");
        walked.result().taken().forEach(t -> actions.add(action(walked, t)));
        return json;
    }

    private static String ending(WalkResult.Ending ending) {
        return switch (ending) {
            case STEPS -> "steps";
            case VIOLATION -> "violation";
            case TIMEOUT -> "timeout";
            case CANCELLED -> "interrupted";
            case NO_STEP -> "noStep";
        };
    }

    private static ObjectNode property(WalkedCheck walked, WalkedProperty property) {
        ObjectNode json = JSON.objectNode();
        json.put("name", property.outcome().name());
        json.put("kind", property.outcome().property().kind().word());
        json.put("result", property.word());
        json.put("said", property.said());
        json.put("expected", property.outcome().expectViolated() ? "violated" : "holds");
        json.put("unexpected", property.unexpected());
        property.sighting()
                .ifPresentOrElse(
                        s -> {
                            ObjectNode walk = json.putObject("walk");
                            walk.put("number", s.walk() + 1);
                            walk.put("step", s.step());
                        },
                        () -> json.putNull("walk"));
        property.outcome()
                .trace()
                .ifPresentOrElse(
                        t -> {
                            json.put("traceLength", t.length());
                            json.set("cost", CostJson.of(Cost.of(t)));
                            property.outcome().found().ifPresent(c -> json.set("found", CostJson.of(c)));
                            json.set(
                                    "trace",
                                    TraceJson.of(
                                            walked.check().system(),
                                            property.outcome().property(),
                                            t,
                                            property.outcome().why()));
                        },
                        () -> {
                            json.putNull("traceLength");
                            json.putNull("trace");
                        });
        return json;
    }

    private static ObjectNode action(WalkedCheck walked, WalkResult.Taken taken) {
        ObjectNode json = JSON.objectNode();
        ActionWords words = ActionWords.of(walked.check().system(), taken.action());
        Span span = taken.action().origin().span();
        json.put("action", taken.action().name());
        json.put("who", words.who());
        json.put("what", words.what());
        if (span.known()) {
            json.put("file", span.file().name());
            json.put("line", span.line());
        }
        json.put("taken", taken.times());
        return json;
    }
}
