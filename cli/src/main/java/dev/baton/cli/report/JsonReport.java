package dev.baton.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.checker.Factor;
import dev.baton.checker.Reduction;
import dev.baton.cli.check.Outcome;
import dev.baton.cli.check.PropertyOutcome;
import dev.baton.model.source.Diagnostic;
import dev.baton.model.system.Coverable;
import dev.baton.trace.TraceJson;
import dev.baton.trace.minimize.Cost;
import dev.baton.trace.minimize.CostJson;
import java.util.function.Consumer;

/** A run as JSON, as {@code docs/json.md} says. */
public final class JsonReport {
    /** Rises when a field changes its meaning or goes; not when one is added. */
    public static final int SCHEMA = 1;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private JsonReport() {}

    /** What a command has to say of a property beside its verdict. */
    @FunctionalInterface
    public interface Details {
        void add(Outcome outcome, PropertyOutcome property, ObjectNode json);
    }

    public static String text(RunReport report) {
        return text(report, (_, _, _) -> {});
    }

    public static String text(RunReport report, Details details) {
        return of(report, details).toPrettyString() + "\n";
    }

    static ObjectNode of(RunReport report) {
        return of(report, (_, _, _) -> {});
    }

    private static ObjectNode of(RunReport report, Details details) {
        ObjectNode json = JSON.objectNode();
        json.put("baton", report.version());
        json.put("schema", SCHEMA);
        json.put("exitCode", report.exitCode());
        json.put("wallSeconds", rounded(report.wallSeconds()));
        ArrayNode files = json.putArray("files");
        report.diagnostics().forEach((file, diagnostics) -> {
            ObjectNode node = files.addObject();
            node.put("file", file);
            ArrayNode all = node.putArray("diagnostics");
            diagnostics.forEach(d -> all.add(diagnostic(d)));
        });
        ArrayNode checks = json.putArray("checks");
        report.outcomes().forEach(o -> checks.add(check(o, details)));
        ArrayNode disagreements = json.putArray("disagreements");
        report.disagreements().forEach(disagreements::add);
        return json;
    }

    static ObjectNode diagnostic(Diagnostic diagnostic) {
        ObjectNode json = JSON.objectNode();
        json.put("code", diagnostic.code().id());
        json.put("severity", diagnostic.code().severity().word());
        json.put("message", diagnostic.message());
        if (diagnostic.span().known()) {
            json.put("file", diagnostic.span().file().name());
        }
        if (diagnostic.span().known() && !diagnostic.span().wholeFile()) {
            json.put("line", diagnostic.span().line());
            json.put("column", diagnostic.span().column());
        }
        diagnostic.help().ifPresent(help -> json.put("help", help));
        return json;
    }

    private static ObjectNode check(Outcome outcome, Details details) {
        ObjectNode json = JSON.objectNode();
        json.put("file", outcome.check().file());
        json.put("check", outcome.check().name());
        json.put("engine", outcome.engine());
        ObjectNode parameters = json.putObject("parameters");
        outcome.check().system().parameters().forEach(p -> parameters.put(p.name(), p.value()));
        outcome.result()
                .distinct()
                .ifPresentOrElse(n -> json.put("distinctStates", n), () -> json.putNull("distinctStates"));
        outcome.result()
                .generated()
                .ifPresentOrElse(n -> json.put("generatedStates", n), () -> json.putNull("generatedStates"));
        outcome.result().depth().ifPresentOrElse(n -> json.put("depth", n), () -> json.putNull("depth"));
        json.put("complete", outcome.result().complete());
        json.put("seconds", rounded(outcome.seconds()));
        ArrayNode reductions = json.putArray("reductions");
        outcome.result().reductions().forEach(r -> reductions.add(reduction(r)));
        outcome.result()
                .coverage()
                .ifPresentOrElse(c -> c.never().forEach(unused(json.putArray("unused"))), () -> json.putNull("unused"));
        ArrayNode properties = json.putArray("properties");
        for (PropertyOutcome property : outcome.properties()) {
            ObjectNode node = property(outcome, property);
            details.add(outcome, property, node);
            properties.add(node);
        }
        return json;
    }

    static ObjectNode reduction(Reduction reduction) {
        ObjectNode json = JSON.objectNode();
        json.put("kind", reduction.kind().word());
        json.put("applied", reduction.applied());
        if (reduction.applied()) {
            json.put("to", reduction.what());
        }
        reduction.factor().ifPresent(factor -> putFactor(json, factor));
        reduction.refused().ifPresent(reason -> json.put("reason", reason));
        return json;
    }

    private static void putFactor(ObjectNode json, Factor factor) {
        switch (factor) {
            case Factor.Exact exact -> json.put("factor", exact.times()).put("factorExact", true);
            case Factor.AtLeast least -> json.put("factor", least.times()).put("factorExact", false);
            case Factor.NotCounted none ->
                json.putNull("factor").putNull("factorExact").put("factorUnknown", none.reason());
        }
        ArrayNode of = json.putArray("factorOf");
        factor.of().forEach(kind -> of.add(kind.word()));
    }

    private static Consumer<Coverable> unused(ArrayNode into) {
        return never -> {
            ObjectNode json = into.addObject();
            json.put("kind", never.kind().word());
            json.put("what", never.words().getFirst());
            json.put("file", never.span().file().name());
            json.put("line", never.span().line());
            json.put("column", never.span().column());
        };
    }

    private static ObjectNode property(Outcome outcome, PropertyOutcome property) {
        ObjectNode json = JSON.objectNode();
        json.put("name", property.name());
        json.put("kind", property.property().kind().word());
        json.put("verdict", property.word());
        if (property.decided()) {
            json.put("guarantee", property.guarantee());
        } else {
            json.putNull("guarantee");
            json.put("reason", property.guarantee());
        }
        json.put("expected", property.expectViolated() ? "violated" : "holds");
        json.put("asExpected", property.asExpected());
        property.trace()
                .ifPresentOrElse(
                        t -> {
                            json.put("traceLength", t.length());
                            json.set("cost", CostJson.of(Cost.of(t)));
                            property.found().ifPresent(c -> json.set("found", CostJson.of(c)));
                            json.set(
                                    "trace",
                                    TraceJson.of(outcome.check().system(), property.property(), t, property.why()));
                        },
                        () -> {
                            json.putNull("traceLength");
                            json.putNull("trace");
                        });
        return json;
    }

    /** Milliseconds are as good as it gets. */
    static double rounded(double seconds) {
        return Math.round(seconds * 1000) / 1000.0;
    }
}
