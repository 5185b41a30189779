package dev.baton.trace;

import dev.baton.model.interpreter.Message;
import dev.baton.model.value.Value;

/** Messages and IPIs as arrows. */
final class MessageText {
    private MessageText() {}

    static String line(Message message) {
        String from = message.from().map(f -> f + " ").orElse("");
        String to = message.to().map(t -> " " + t).orElse("");
        String load = message.via()
                + message.payload().map(Value::toString).map(p -> ": " + p).orElse("");
        return switch (message.kind()) {
            case SEND, RAISE -> from + "── " + load + " ──▶" + to;
            case RECEIVE ->
                message.to().map(t -> t + " ").orElse("") + "◀── " + load + " ──"
                        + message.from().map(f -> " " + f).orElse("");
            case COALESCED -> from + "── " + load + " ──▶" + to + "   (already pending: coalesced)";
            case DROPPED -> from + "── " + load + " ──✗" + to + "   (off or crashed: dropped)";
            case DELIVER -> from + "── " + load + " ──▶" + to + "   (delivered: the handler starts)";
            case DRAIN -> from + "── " + load + " ──▶ memory";
            case LOSE -> from + "── " + load + " ──✗" + to + "   (lost)";
            case DUPLICATE -> from + "══ " + load + " ══▶" + to + "   (duplicated)";
            case REORDER -> from + "── " + load + " ──▶" + to + "   (overtakes the one before it)";
            case START -> from + "── start ──▶" + to;
            case GIVE -> from + "── " + load + " ──▶" + to + "   (handed over)";
        };
    }
}
