package dev.baton.trace.format;

import dev.baton.model.interpreter.Message;
import dev.baton.model.system.Origin;
import dev.baton.model.value.Value;
import dev.baton.trace.StepAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which sending belongs to which receiving. Steps only tell that something is sent, or received; of what is alike the
 * first sent is the first received, as in a channel in order.
 */
final class Flights {
    private final List<Flight> flights = new ArrayList<>();
    /** Of each flight the message that began it. */
    private final List<Message> begun = new ArrayList<>();

    private Flights() {}

    /** In the order in which they are sent. */
    static List<Flight> of(List<StepAccount> steps) {
        Flights all = new Flights();
        for (StepAccount step : steps) {
            if (step.kind() == Origin.Kind.FAULT && step.messages().isEmpty()) {
                step.actor()
                        .filter(_ -> step.what().startsWith("crash"))
                        .ifPresent(actor -> all.crash(actor, step.number()));
            }
            step.messages().forEach(message -> all.message(message, step.number()));
        }
        return List.copyOf(all.flights);
    }

    private void message(Message m, int step) {
        switch (m.kind()) {
            case SEND -> begin(Flight.Kind.MESSAGE, m, step, OptionalInt.empty(), Flight.Fate.PENDING);
            case RAISE -> begin(Flight.Kind.IPI, m, step, OptionalInt.empty(), Flight.Fate.PENDING);
            case COALESCED -> begin(Flight.Kind.IPI, m, step, OptionalInt.of(step), Flight.Fate.COALESCED);
            case DROPPED -> begin(Flight.Kind.IPI, m, step, OptionalInt.of(step), Flight.Fate.DROPPED);
            case START -> begin(Flight.Kind.START, m, step, OptionalInt.of(step), Flight.Fate.ARRIVED);
            case GIVE -> begin(Flight.Kind.GIVE, m, step, OptionalInt.of(step), Flight.Fate.ARRIVED);
            case RECEIVE -> end(Flight.Kind.MESSAGE, m, step, Flight.Fate.ARRIVED);
            case DELIVER -> end(Flight.Kind.IPI, m, step, Flight.Fate.ARRIVED);
            case LOSE -> lose(m, step);
            case DUPLICATE -> begin(Flight.Kind.MESSAGE, m, step, OptionalInt.empty(), Flight.Fate.PENDING);
            case REORDER, DRAIN -> {
                // what is on its way stays so; a store reaches memory, and nobody else
            }
        }
    }

    private void begin(Flight.Kind kind, Message m, int step, OptionalInt ended, Flight.Fate fate) {
        begun.add(m);
        String what = kind == Flight.Kind.START
                ? "start"
                : m.via() + m.payload().map(p -> ": " + p).orElse("");
        flights.add(
                new Flight(kind, what, m.from().map(Value::toString), m.to().map(Value::toString), step, ended, fate));
    }

    private void lose(Message m, int step) {
        if (!end(Flight.Kind.MESSAGE, m, step, Flight.Fate.LOST)) {
            end(Flight.Kind.IPI, m, step, Flight.Fate.LOST);
        }
    }

    private boolean end(Flight.Kind kind, Message m, int step, Flight.Fate fate) {
        for (int i = 0; i < flights.size(); i++) {
            Flight f = flights.get(i);
            boolean same = f.kind() == kind
                    && f.ended().isEmpty()
                    && begun.get(i).via().equals(m.via())
                    && agree(begun.get(i).from(), m.from())
                    && agree(begun.get(i).to(), m.to())
                    && agree(begun.get(i).payload(), m.payload());
            if (same) {
                end(i, step, fate, m.to().map(Value::toString));
                return true;
            }
        }
        return false;
    }

    private static boolean agree(Optional<Value> sent, Optional<Value> received) {
        return sent.isEmpty() || received.isEmpty() || sent.equals(received);
    }

    private void end(int flight, int step, Flight.Fate fate, Optional<String> to) {
        Flight f = flights.get(flight);
        flights.set(
                flight,
                new Flight(f.kind(), f.what(), f.from(), f.to().or(() -> to), f.sent(), OptionalInt.of(step), fate));
    }

    /** A crash clears what was pending for whom it strikes. */
    private void crash(String actor, int step) {
        for (int i = 0; i < flights.size(); i++) {
            Flight f = flights.get(i);
            if (f.kind() == Flight.Kind.IPI && f.ended().isEmpty() && f.to().equals(Optional.of(actor))) {
                end(i, step, Flight.Fate.LOST, Optional.empty());
            }
        }
    }
}
