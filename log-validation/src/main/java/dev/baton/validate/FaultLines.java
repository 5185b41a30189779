package dev.baton.validate;

import dev.baton.model.protocol.Actor;
import dev.baton.model.system.Action;
import dev.baton.model.value.Value;
import dev.baton.validate.Event.Happening;
import dev.baton.validate.Resolver.Acting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lines that tell of a fault: {@code Sender[1] ! crash}, {@code Sender[1] ! lose ctl}. */
record FaultLines(Subject subject, Map<String, Actor> actors) {

    Happening of(long line, Fields fields) throws LogException {
        Acting acting = Acting.of(line, fields, actors);
        return switch (fields.label()) {
            case "start", "stop", "exit" -> new Happening.Note(acting.strand(""), acting.member());
            case "end" -> new Happening.Over("life of " + acting.member(), acting.member());
            case "crash", "hang" ->
                new Happening.Stop("life of " + acting.member(), acting.member(), ofMember(line, fields, acting));
            case "restart" ->
                new Happening.Life("life of " + acting.member(), acting.member(), ofMember(line, fields, acting));
            case "lose", "duplicate", "reorder" -> new Happening.Fault("faults", "faults", ofMessage(line, fields));
            default ->
                throw new LogException(
                        line,
                        "`" + Texts.shown(fields.label()) + "` is no fault",
                        "there is crash, restart, hang, end, start, lose, duplicate, reorder");
        };
    }

    private Work ofMember(long line, Fields fields, Acting acting) throws LogException {
        String declared = fields.label() + " " + acting.actor().name();
        List<Work.Offer> offers = new ArrayList<>();
        for (Action action : declared(line, declared)) {
            offers.add(subject.offer(subject.logged(action), acting.given()));
        }
        return subject.work(offers, List.of());
    }

    private Work ofMessage(long line, Fields fields) throws LogException {
        if (fields.words().isEmpty()) {
            throw new LogException(line, "the line does not say of which channel or IPI");
        }
        List<Work.Offer> offers = new ArrayList<>();
        for (Action action :
                declared(line, fields.label() + " " + fields.words().getFirst())) {
            Map<String, Value> given = new HashMap<>();
            boolean possible = true;
            for (var parameter : action.parameters()) {
                String text = fields.named().get(parameter.name());
                if (text != null) {
                    var value = ValueText.value(parameter.type(), text);
                    value.ifPresent(v -> given.put(parameter.name(), v));
                    possible &= value.isPresent();
                }
            }
            if (possible) {
                offers.add(subject.offer(subject.logged(action), given));
            }
        }
        return subject.work(offers, List.of());
    }

    private List<Action> declared(long line, String fault) throws LogException {
        List<Action> actions = subject.units().faults(fault);
        if (actions.isEmpty()) {
            throw new LogException(
                    line,
                    "the protocol has no fault `" + Texts.shown(fault) + "`",
                    "declare it: `fault " + Texts.shown(fault) + " at most 1`");
        }
        return actions;
    }
}
