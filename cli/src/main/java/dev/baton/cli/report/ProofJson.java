package dev.baton.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.checker.smt.certificate.Lemmas;
import dev.baton.checker.smt.prove.Obstacle;
import dev.baton.checker.smt.prove.Premise;
import dev.baton.checker.smt.prove.Proof;
import dev.baton.cli.check.Outcome;
import dev.baton.cli.check.PropertyOutcome;
import dev.baton.trace.TraceJson;
import java.util.List;

/** What proofs add to the JSON of their properties, as {@code docs/json.md} says. */
public final class ProofJson implements JsonReport.Details {
    private final ProofTexts proofs;

    public ProofJson(ProofTexts proofs) {
        this.proofs = proofs;
    }

    @Override
    public void add(Outcome outcome, PropertyOutcome property, ObjectNode json) {
        proofs.proof(outcome.check().system(), property.property())
                .ifPresentOrElse(proof -> json.set("proof", proof(json, proof)), () -> json.putNull("proof"));
        proofs.obstacle(outcome.check().system(), property.property())
                .ifPresentOrElse(o -> json.set("obstacle", obstacle(json, o)), () -> json.putNull("obstacle"));
    }

    private static ObjectNode obstacle(ObjectNode parent, Obstacle obstacle) {
        ObjectNode json = parent.objectNode();
        json.put("mayBeUnreachable", true);
        json.set("trace", TraceJson.ofStep(obstacle.system().system(), obstacle.before(), obstacle.step()));
        obstacle.blocked()
                .ifPresentOrElse(
                        learned -> {
                            ObjectNode by = json.putObject("blockedBy");
                            by.put(
                                    "clause",
                                    Lemmas.clauses(obstacle.system(), List.of(learned.clause()))
                                            .getFirst());
                            by.put("holds", learned.standing());
                            ProofTexts.lemma(obstacle)
                                    .ifPresentOrElse(l -> by.put("lemma", l), () -> by.putNull("lemma"));
                        },
                        () -> json.putNull("blockedBy"));
        return json;
    }

    private static ObjectNode proof(ObjectNode parent, Proof proof) {
        ObjectNode json = parent.objectNode();
        json.put("method", proof.method());
        json.put("seconds", JsonReport.rounded(proof.took().toNanos() / 1e9));
        ArrayNode clauses = json.putArray("clauses");
        Lemmas.clauses(proof.system(), proof.invariant()).forEach(clauses::add);
        ArrayNode premises = json.putArray("premises");
        proof.premises().forEach(premise -> put(premise, premises.addObject()));
        return json;
    }

    private static void put(Premise premise, ObjectNode json) {
        json.put("kind", premise.kind().word());
        json.put("name", premise.name());
        if (premise.span().known()) {
            json.put("file", premise.span().file().name());
            json.put("line", premise.span().line());
        } else {
            json.putNull("file");
            json.putNull("line");
        }
        json.put("used", premise.used());
    }
}
