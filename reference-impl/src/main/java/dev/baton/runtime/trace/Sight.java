package dev.baton.runtime.trace;

import dev.baton.runtime.Life;
import dev.baton.runtime.Seat;
import dev.baton.runtime.step.Stepper;

/** What can be seen of code, by keys of a trace file. */
interface Sight {
    /** What is seen now. */
    String of(Stepper<?> stepper);

    /** @throws IllegalArgumentException if that is no key */
    static Sight of(String key) {
        Tokens words = new Tokens(key);
        return switch (words.first()) {
            case "memory", "pending", "masked", "life", "owner" -> of(words.first(), words.word(1), words);
            case "variable" -> variable(words);
            case "at" -> place(words);
            case "queue" -> {
                String channel = words.word(1);
                int from = words.number(2);
                int to = words.number(3);
                words.end(4);
                yield s -> s.queue(channel, from, to).toString();
            }
            case "buffer" -> {
                Seat seat = Seats.parse(words.word(1));
                words.end(2);
                yield s -> s.buffer(seat).stream()
                        .map(b -> b.variable() + "[" + b.position() + "]=" + b.value())
                        .toList()
                        .toString();
            }
            default -> throw new IllegalArgumentException("`" + key + "` is nothing that can be seen");
        };
    }

    private static Sight of(String kind, String name, Tokens words) {
        int member = words.number(2);
        words.end(3);
        return switch (kind) {
            case "memory" -> s -> Long.toString(s.memory(name, member));
            case "pending" -> s -> Integer.toString(s.pending(name, member));
            case "masked" -> s -> Boolean.toString(s.masked(name, member));
            case "life" -> s -> s.life(name, member).toString();
            default -> s -> Long.toString(s.owner(name, member));
        };
    }

    private static Sight variable(Tokens words) {
        String actor = words.word(1);
        int member = words.number(2);
        String name = words.word(3);
        words.end(4);
        return s -> s.life(actor, member) == Life.HUNG ? "-" : s.variable(actor, member, name);
    }

    private static Sight place(Tokens words) {
        String actor = words.word(1);
        int member = words.number(2);
        String unit = words.word(3);
        words.end(4);
        return s -> s.life(actor, member) == Life.LIVE
                ? s.place(actor, member, unit).toString()
                : "-";
    }
}
