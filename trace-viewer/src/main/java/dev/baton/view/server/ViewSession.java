package dev.baton.view.server;

import dev.baton.model.interpreter.Trace;
import dev.baton.view.Exploration;
import dev.baton.view.ExplorationJson;
import dev.baton.view.NoSuchStepException;
import dev.baton.view.View;
import java.util.ArrayList;
import java.util.List;

/**
 * What a page is about: traces, each with the protocol whose further behaviours can be looked at.
 *
 * @param views the traces that are shown at first; none: the first state of the first protocol
 * @param explorations of each of these, or one without a trace
 */
public record ViewSession(List<View> views, List<Exploration> explorations) {
    public ViewSession {
        views = List.copyOf(views);
        explorations = List.copyOf(explorations);
    }

    /** Traces, each of its protocol. */
    public static ViewSession of(List<Exploration> explorations, List<Trace> traces) {
        List<View> views = new ArrayList<>();
        for (int i = 0; i < traces.size(); i++) {
            views.add(explorations.get(i).view(traces.get(i)));
        }
        return new ViewSession(views, explorations);
    }

    String view() {
        return ExplorationJson.views(views, true);
    }

    String explore(ExploreRequest request) throws BadRequest {
        try {
            return ExplorationJson.behaviour(exploration(request), request.path());
        } catch (NoSuchStepException e) {
            throw new BadRequest(422, String.valueOf(e.getMessage()));
        }
    }

    String whyNot(ExploreRequest request) throws BadRequest {
        String action = request.action().orElseThrow(() -> new BadRequest(400, "`action` is missing"));
        try {
            return ExplorationJson.whyNot(exploration(request), request.path(), action);
        } catch (NoSuchStepException e) {
            throw new BadRequest(422, String.valueOf(e.getMessage()));
        }
    }

    private Exploration exploration(ExploreRequest request) throws BadRequest {
        if (request.view() >= explorations.size()) {
            throw new BadRequest(400, "`view`: there is one trace, number 0");
        }
        return explorations.get(request.view());
    }
}
