package dev.baton.view;

import dev.baton.model.expr.Variable;
import dev.baton.model.interpreter.Message;
import dev.baton.model.interpreter.Step;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.value.Value;
import dev.baton.trace.StepFacts;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What travels in a trace, and what becomes of it: what is sent is followed until a step takes it or it is there no
 * more. A receipt or a delivery has no arrow of its own where what it takes was seen to be sent.
 */
final class Arrows {
    private final Lanes lanes;
    private final Map<String, Integer> positions = new LinkedHashMap<>();
    private final List<List<Flight>> arrows = new ArrayList<>();
    /** By channel or IPI, the oldest first. */
    private final Map<String, List<Flight>> open = new LinkedHashMap<>();

    /** One arrow, whose end comes to be known. */
    private static final class Flight {
        final Message message;
        final OptionalInt from;
        final OptionalInt to;
        View.Arrow.Outcome outcome;
        OptionalInt end;

        Flight(Message message, OptionalInt from, OptionalInt to, View.Arrow.Outcome outcome, OptionalInt end) {
            this.message = message;
            this.from = from;
            this.to = to;
            this.outcome = outcome;
            this.end = end;
        }

        void ends(View.Arrow.Outcome how, int step) {
            outcome = how;
            end = OptionalInt.of(step);
        }

        View.Arrow arrow() {
            return new View.Arrow(
                    message.kind().name().toLowerCase(Locale.ROOT),
                    message.via(),
                    from,
                    to,
                    message.payload().map(Value::toString),
                    outcome,
                    end);
        }
    }

    Arrows(TransitionSystem system, Lanes lanes) {
        this.lanes = lanes;
        for (int i = 0; i < system.variables().size(); i++) {
            Variable variable = system.variables().get(i);
            switch (variable.role()) {
                case CHANNEL, PENDING -> positions.put(variable.name(), i);
                case PRIVATE, MEMORY, LOCAL, CONTROL, MASK, BUFFER, LIFE, OWNER, BUDGET, HISTORY, ERROR -> {}
            }
        }
    }

    /** The next step. */
    void step(StepFacts facts) {
        int number = arrows.size();
        List<Flight> here = new ArrayList<>();
        arrows.add(here);
        for (Message message : facts.messages()) {
            switch (message.kind()) {
                case SEND, RAISE, DUPLICATE -> {
                    Flight sent = flight(message, facts, View.Arrow.Outcome.PENDING, OptionalInt.empty());
                    here.add(sent);
                    open.computeIfAbsent(message.via(), _ -> new ArrayList<>()).add(sent);
                }
                case RECEIVE, DELIVER -> {
                    if (!taken(message, View.Arrow.Outcome.DELIVERED, number)) {
                        here.add(flight(message, facts, View.Arrow.Outcome.DELIVERED, OptionalInt.of(number)));
                    }
                }
                case LOSE -> {
                    taken(message, View.Arrow.Outcome.LOST, number);
                    here.add(flight(message, facts, View.Arrow.Outcome.LOST, OptionalInt.of(number)));
                }
                case COALESCED -> here.add(flight(message, facts, View.Arrow.Outcome.COALESCED, OptionalInt.empty()));
                case DROPPED -> here.add(flight(message, facts, View.Arrow.Outcome.LOST, OptionalInt.empty()));
                case DRAIN, REORDER, START, GIVE ->
                    here.add(flight(message, facts, View.Arrow.Outcome.DELIVERED, OptionalInt.of(number)));
            }
        }
        open.forEach((via, flights) -> vanish(via, flights, facts.step(), number));
    }

    /** What became of all, a list for each step. */
    List<List<View.Arrow>> all() {
        return arrows.stream()
                .map(step -> step.stream().map(Flight::arrow).toList())
                .toList();
    }

    private Flight flight(Message message, StepFacts facts, View.Arrow.Outcome outcome, OptionalInt end) {
        boolean drain = message.kind() == dev.baton.model.system.Arrow.Kind.DRAIN;
        OptionalInt from = drain
                ? lanes.drained(facts.step())
                : message.from().map(f -> sender(f, facts)).orElse(OptionalInt.empty());
        OptionalInt to = drain
                ? lanes.memory()
                : message.to().map(t -> lanes.of(t.toString(), message.via())).orElse(OptionalInt.empty());
        return new Flight(message, from, to, outcome, end);
    }

    /** Who sends stands where it steps, which may be one of several lanes of its own. */
    private OptionalInt sender(Value from, StepFacts facts) {
        OptionalInt lane = lanes.member(from.toString());
        String acts = facts.member().map(Value::toString).orElse(facts.origin().actor());
        return acts.equals(from.toString()) ? OptionalInt.of(lanes.of(facts)) : lane;
    }

    private boolean taken(Message by, View.Arrow.Outcome how, int step) {
        Iterator<Flight> flights = open.getOrDefault(by.via(), List.of()).iterator();
        while (flights.hasNext()) {
            Flight flight = flights.next();
            if (same(flight.message.to(), by.to())
                    && same(flight.message.from(), by.from())
                    && same(flight.message.payload(), by.payload())) {
                flight.ends(how, step);
                flights.remove();
                return true;
            }
        }
        return false;
    }

    /** Whether these may be the same: who takes an IPI does not know who raised it. */
    private static boolean same(Optional<Value> sent, Optional<Value> taken) {
        return sent.isEmpty() || taken.isEmpty() || sent.equals(taken);
    }

    /** What is no more in its channel, or pending, though nobody took it: overwritten, or its receiver crashed. */
    private void vanish(String via, List<Flight> flights, Step step, int number) {
        Integer position = positions.get(via);
        if (position == null || flights.isEmpty()) {
            return;
        }
        Value now = step.after().get(position);
        for (int i = 0; i < flights.size(); i++) {
            Flight flight = flights.get(i);
            long left = flights.subList(i, flights.size()).stream()
                    .filter(f -> alike(f, flight))
                    .count();
            if (left > there(now, flight.message)) {
                flight.ends(View.Arrow.Outcome.LOST, number);
                flights.remove(i--);
            }
        }
    }

    private static boolean alike(Flight a, Flight b) {
        boolean messages = a.message.payload().isPresent();
        return a.message.to().equals(b.message.to())
                && (!messages
                        || (a.message.from().equals(b.message.from())
                                && a.message.payload().equals(b.message.payload())));
    }

    /** How many of these are on their way in a state: queues are by sender, then by receiver; IPIs by target. */
    private static long there(Value now, Message message) {
        Value at = now;
        if (message.payload().isPresent()) {
            at = entry(at, message.from());
        }
        return switch (entry(at, message.to())) {
            case Value.Bool(boolean pending) -> pending ? 1 : 0;
            case Value.Int(int count) -> count;
            case Value.Seq(List<Value> queue) -> count(queue, message);
            case Value.Bag(List<Value> queue) -> count(queue, message);
            case Value other -> throw new IllegalStateException("messages in " + other);
        };
    }

    private static long count(List<Value> queue, Message message) {
        return queue.stream()
                .filter(m -> message.payload().filter(m::equals).isPresent())
                .count();
    }

    /** There is a map only where there are several. */
    private static Value entry(Value map, Optional<Value> end) {
        boolean several = end.filter(
                        e -> e instanceof Value.Member m && !m.type().single())
                .isPresent();
        return several ? ((Value.MapOf) map).get(end.orElseThrow()) : map;
    }
}
