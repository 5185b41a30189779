package dev.baton.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.model.interpreter.State;
import dev.baton.model.system.TransitionSystem;
import dev.baton.validate.Refusal;
import dev.baton.validate.Verdict;

/** What became of a log as JSON, as {@code docs/validate.md} says. */
public final class ValidationJson {
    /** Rises when a field changes its meaning or goes; not when one is added. */
    public static final int SCHEMA = 1;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ValidationJson() {}

    public static String text(ValidationReport report) {
        ObjectNode json = JSON.objectNode();
        json.put("baton", report.version());
        json.put("schema", SCHEMA);
        json.put("exitCode", report.exitCode());
        json.put("wallSeconds", JsonReport.rounded(report.wallSeconds()));
        json.put("file", report.check().file());
        json.put("check", report.check().name());
        ObjectNode parameters = json.putObject("parameters");
        report.check().system().parameters().forEach(p -> parameters.put(p.name(), p.value()));
        json.put("log", report.log());
        json.put("verdict", word(report.verdict()));
        Verdict.Count count = report.verdict().count();
        json.put("lines", count.lines());
        json.put("events", count.events());
        json.put("hiddenSteps", count.hidden());
        json.put("widest", count.widest());
        json.put("modelSteps", count.steps());
        ArrayNode violations = json.putArray("violations");
        report.verdict().violations().forEach(v -> {
            ObjectNode node = violations.addObject();
            node.put("property", v.property().name());
            node.put("kind", v.property().kind().word());
            node.put("expected", report.check().expected().violated(v.property().name()));
            node.put("line", v.line());
            node.put("event", v.event());
        });
        switch (report.verdict()) {
            case Verdict.Refused refused ->
                json.set("refusal", refusal(report.check().system(), refused.refusal()));
            case Verdict.Undecided undecided -> json.put("why", undecided.why());
            case Verdict.Accepted _ -> {}
            case Verdict.Interrupted _ -> {}
        }
        return json.toPrettyString() + "\n";
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted _ -> "behaviour";
            case Verdict.Refused _ -> "noBehaviour";
            case Verdict.Undecided _ -> "undecided";
            case Verdict.Interrupted _ -> "interrupted";
        };
    }

    private static ObjectNode refusal(TransitionSystem system, Refusal refusal) {
        ObjectNode json = JSON.objectNode();
        json.put("explained", refusal.explained());
        json.put("line", refusal.line());
        json.put("event", refusal.event());
        json.put("until", refusal.until());
        ArrayNode errors = json.putArray("errors");
        refusal.errors().forEach(e -> errors.add(e.message()));
        json.put("ways", refusal.ways());
        ArrayNode stands = json.putArray("stands");
        refusal.stands().forEach(stand -> stands.add(stand(system, stand)));
        return json;
    }

    private static ObjectNode stand(TransitionSystem system, Refusal.Stand stand) {
        ObjectNode json = JSON.objectNode();
        ArrayNode differing = json.putArray("differing");
        stand.differing().forEach(d -> {
            ObjectNode node = differing.addObject();
            node.put("name", d.name());
            node.put("said", d.said());
            node.put("is", d.is());
        });
        ArrayNode pending = json.putArray("pending");
        stand.pending().forEach(pending::add);
        json.set("state", state(system, stand.state()));
        ArrayNode obstacles = json.putArray("obstacles");
        stand.obstacles().forEach(o -> {
            ObjectNode node = obstacles.addObject();
            node.put("action", o.action());
            ArrayNode why = node.putArray("why");
            o.why().tree().lines(Integer.MAX_VALUE / 2).forEach(why::add);
        });
        ArrayNode allowed = json.putArray("allowed");
        stand.allowed().forEach(a -> {
            ObjectNode node = allowed.addObject();
            node.put("step", a.text());
            node.put("same", a.same());
        });
        return json;
    }

    private static ObjectNode state(TransitionSystem system, State state) {
        ObjectNode json = JSON.objectNode();
        for (int i = 0; i < system.variables().size(); i++) {
            json.put(system.variables().get(i).name(), state.get(i).toString());
        }
        return json;
    }
}
