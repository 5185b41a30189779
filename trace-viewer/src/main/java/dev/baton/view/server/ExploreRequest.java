package dev.baton.view.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.baton.view.Exploration;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code /api/explore} and {@code /api/why-not} are asked.
 *
 * @param view of several protocols which one
 * @param base a document that the page has, from which the path goes on; empty: from the first state
 * @param path identifiers of steps
 * @param look whether only what can be done next is asked
 * @param action for {@code why-not}
 */
record ExploreRequest(int view, Optional<Base> base, List<String> path, boolean look, Optional<String> action) {
    /** A body of more bytes is refused. */
    static final int LARGEST = 4 << 20;

    ExploreRequest {
        path = List.copyOf(path);
    }

    /**
     * A document by number.
     *
     * @param keep how many of its steps come first
     */
    record Base(int document, int keep) {}

    /** @throws BadRequest if it is too large, or not what it should be */
    static ExploreRequest read(InputStream body) throws BadRequest, IOException {
        byte[] bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new BadRequest(413, "the request is larger than " + LARGEST + " bytes");
        }
        JsonNode json;
        try {
            json = mapper().readTree(bytes);
        } catch (JsonProcessingException e) {
            throw new BadRequest(400, "the request is not JSON: " + e.getOriginalMessage());
        }
        if (!json.isObject()) {
            throw new BadRequest(400, "the request is no JSON object");
        }
        number(json, "initial", 0, "there is one first state, number 0");
        int view = number(json, "view", 1, "there are at most two traces, 0 and 1");
        Optional<Base> base = Optional.empty();
        if (json.has("base")) {
            int document = number(json, "base", Integer.MAX_VALUE, "it is the number of a document");
            base = Optional.of(
                    new Base(document, number(json, "keep", Exploration.LONGEST, "it is a number of steps")));
        }
        boolean look = json.path("look").asBoolean(false);
        return new ExploreRequest(view, base, path(json.path("path")), look, action(json.path("action")));
    }

    private static JsonMapper mapper() {
        return JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(20)
                                .maxStringLength(100_000)
                                .build())
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    private static int number(JsonNode json, String name, int most, String otherwise) throws BadRequest {
        JsonNode number = json.path(name);
        if (number.isMissingNode()) {
            return 0;
        }
        if (!number.canConvertToInt()
                || !number.isIntegralNumber()
                || number.intValue() < 0
                || number.intValue() > most) {
            throw new BadRequest(400, "`" + name + "`: " + otherwise);
        }
        return number.intValue();
    }

    private static List<String> path(JsonNode json) throws BadRequest {
        if (!json.isArray() || json.size() > Exploration.LONGEST) {
            throw new BadRequest(400, "`path` is to be a list of at most " + Exploration.LONGEST + " steps");
        }
        List<String> path = new ArrayList<>();
        for (JsonNode id : json) {
            if (!id.isTextual()) {
                throw new BadRequest(400, "`path` is to be a list of texts");
            }
            path.add(id.textValue());
        }
        return path;
    }

    private static Optional<String> action(JsonNode json) throws BadRequest {
        if (json.isMissingNode() || json.isNull()) {
            return Optional.empty();
        }
        if (!json.isTextual()) {
            throw new BadRequest(400, "`action` is to be a text");
        }
        return Optional.of(json.textValue());
    }
}
