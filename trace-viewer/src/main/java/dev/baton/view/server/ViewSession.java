package dev.baton.view.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.model.interpreter.Trace;
import dev.baton.view.Exploration;
import dev.baton.view.ExplorationJson;
import dev.baton.view.NoSuchStepException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a page is about: traces, each with the protocol whose further behaviours can be looked at. */
public final class ViewSession {
    private final List<Exploration> explorations;
    private final Documents documents;

    private ViewSession(List<Exploration> explorations, Documents documents) {
        this.explorations = explorations;
        this.documents = documents;
    }

    /**
     * @param explorations of each trace, or one without a trace
     * @param traces those that are shown at first; none: the first state of the first protocol
     */
    public static ViewSession of(List<Exploration> explorations, List<Trace> traces) {
        List<ObjectNode> documents = new ArrayList<>();
        for (int i = 0; i < traces.size(); i++) {
            documents.add(ExplorationJson.document(explorations.get(i).view(traces.get(i))));
        }
        return new ViewSession(List.copyOf(explorations), new Documents(documents));
    }

    String view() {
        return ExplorationJson.opening(documents.first(), explorations);
    }

    String explore(ExploreRequest request) throws BadRequest {
        Exploration exploration = exploration(request);
        Optional<ObjectNode> base = base(request);
        Trace trace = follow(exploration, path(request, base));
        if (request.look()) {
            return ExplorationJson.choices(exploration, trace);
        }
        ObjectNode document = ExplorationJson.document(exploration.view(trace));
        return ExplorationJson.behaviour(exploration, trace, documents.keep(document), document, base);
    }

    String whyNot(ExploreRequest request) throws BadRequest {
        String action = request.action().orElseThrow(() -> new BadRequest(400, "`action` is missing"));
        try {
            return ExplorationJson.whyNot(exploration(request), path(request, base(request)), action);
        } catch (NoSuchStepException e) {
            throw new BadRequest(422, String.valueOf(e.getMessage()));
        }
    }

    private static Trace follow(Exploration exploration, List<String> path) throws BadRequest {
        try {
            return exploration.follow(path);
        } catch (NoSuchStepException e) {
            throw new BadRequest(422, String.valueOf(e.getMessage()));
        }
    }

    private Optional<ObjectNode> base(ExploreRequest request) throws BadRequest {
        if (request.base().isEmpty()) {
            return Optional.empty();
        }
        Optional<ObjectNode> base = documents.get(request.base().get().document());
        if (base.isEmpty()) {
            throw new BadRequest(409, "the document of `base` is not known any more; `path` says the same");
        }
        return base;
    }

    private static List<String> path(ExploreRequest request, Optional<ObjectNode> base) {
        List<String> path = new ArrayList<>();
        base.ifPresent(document -> path.addAll(
                Documents.path(document, request.base().orElseThrow().keep())));
        path.addAll(request.path());
        return path;
    }

    private Exploration exploration(ExploreRequest request) throws BadRequest {
        if (request.view() >= explorations.size()) {
            throw new BadRequest(400, "`view`: there is one trace, number 0");
        }
        return explorations.get(request.view());
    }
}
