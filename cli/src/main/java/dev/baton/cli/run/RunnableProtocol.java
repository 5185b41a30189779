package dev.baton.cli.run;

import dev.baton.cli.check.PlannedCheck;
import dev.baton.cli.view.DeclaredParameters;
import dev.baton.codegen.GeneratedFile;
import dev.baton.codegen.JavaGenerator;
import dev.baton.codegen.Provenance;
import dev.baton.dsl.Frontend;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.source.Diagnosed;
import dev.baton.model.system.Fairness;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What has to be known of a protocol to run it.
 *
 * @param generated its Java, or why there is none
 * @param wishes actions that nobody has to take, as in {@code Old.update}: they wait a little, so that others come
 *     first
 * @param names what options may name
 */
public record RunnableProtocol(Diagnosed<List<GeneratedFile>> generated, List<String> wishes, RunNames names) {
    private static final String FOLDER = "generated";

    public RunnableProtocol {
        wishes = List.copyOf(wishes);
    }

    /** Of a check that was read already. */
    public static RunnableProtocol of(PlannedCheck check) {
        Path file = Path.of(check.file());
        Map<String, Integer> values = new LinkedHashMap<>();
        check.system().parameters().forEach(p -> values.put(p.name(), p.value()));
        Protocol protocol = Frontend.protocol(
                        Frontend.load(file).result().orElseThrow(), DeclaredParameters.of(file, values))
                .result()
                .orElseThrow();
        Provenance provenance = new Provenance(
                protocol.source().sha256(), List.of(), Optional.of("Made to be run at once, and not checked."));
        return new RunnableProtocol(
                JavaGenerator.generate(protocol, FOLDER, provenance),
                protocol.actors().stream()
                        .flatMap(actor -> actor.actions().stream()
                                .filter(action -> action.fairness() == Fairness.Strength.UNFAIR)
                                .map(action -> actor.name() + "." + action.name()))
                        .toList(),
                RunNames.of(protocol));
    }
}
