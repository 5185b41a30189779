package dev.baton.trace;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;

/** Where a counterexample comes from, for programs; steps are counted from 0. */
final class WhyJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private WhyJson() {}

    static ObjectNode of(TransitionSystem system, Property property, Trace trace, Why why) {
        ObjectNode json = JSON.objectNode();
        json.set("tree", tree(PropertyTree.of(new Interpreter(system), property, trace)));
        ArrayNode story = json.putArray("story");
        why.story().forEach(story::add);
        ArrayNode steps = json.putArray("steps");
        why.steps().forEach(steps::add);
        ArrayNode entries = json.putArray("entries");
        why.entries().forEach(e -> entries.add(e.name()));
        ArrayNode chain = json.putArray("chain");
        why.chain().forEach(l -> chain.addObject().put("step", l.step()).put("text", l.text()));
        why.lost().ifPresentOrElse(step -> json.put("lost", step), () -> json.putNull("lost"));
        why.race()
                .ifPresentOrElse(
                        race -> json.putObject("race")
                                .put("first", race.first())
                                .put("second", race.second())
                                .put("entry", race.entry()),
                        () -> json.putNull("race"));
        return json;
    }

    private static ObjectNode tree(Reason reason) {
        ObjectNode json = JSON.objectNode();
        json.put("text", reason.text());
        json.put("value", reason.value());
        if (reason.span().known()) {
            json.put("file", reason.span().file().name());
            json.put("line", reason.span().line());
        } else {
            json.putNull("file");
            json.putNull("line");
        }
        ArrayNode because = json.putArray("because");
        reason.because().forEach(r -> because.add(tree(r)));
        return json;
    }
}
