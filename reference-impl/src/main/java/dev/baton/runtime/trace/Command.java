package dev.baton.runtime.trace;

import dev.baton.runtime.Seat;
import dev.baton.runtime.step.Outcome;
import dev.baton.runtime.step.Stepper;

/**
 * What code is asked to do, in words of a trace file.
 *
 * @param run asks for it
 * @param attempt asks for it, whatever the label is before which a task stands, and whatever it would choose
 */
record Command(Request run, Request attempt) {

    /** Something that is asked of code. */
    interface Request {
        Outcome of(Stepper<?> stepper);
    }

    /** @throws IllegalArgumentException if that is no command */
    static Command of(String text) {
        Tokens words = new Tokens(text);
        return switch (words.first()) {
            case "grant" -> grant(words);
            case "act" -> always(act(words));
            case "deliver" -> {
                String actor = words.word(1);
                int member = words.number(2);
                String bell = words.word(3);
                words.end(4);
                yield always(s -> s.deliver(actor, member, bell));
            }
            case "drain" -> {
                Seat seat = Seats.parse(words.word(1));
                words.end(2);
                yield always(s -> s.drain(seat));
            }
            case "crash", "restart", "hang", "lose-ipi" -> always(fault(words));
            case "lose", "duplicate", "reorder" -> always(message(words));
            default -> throw new IllegalArgumentException("`" + text + "` is no command");
        };
    }

    private static Command always(Request request) {
        return new Command(request, request);
    }

    /** {@code grant ACTOR MEMBER UNIT LABEL CHOICE…}; of an attempt without the label. */
    private static Command grant(Tokens words) {
        String actor = words.word(1);
        int member = words.number(2);
        String unit = words.word(3);
        Request attempt =
                s -> s.grant(actor, member, unit, s.place(actor, member, unit).label());
        if (words.size() == 4) {
            return new Command(attempt, attempt);
        }
        String label = words.word(4);
        long[] choices = words.codes(5);
        return new Command(s -> s.grant(actor, member, unit, label, choices), attempt);
    }

    /** {@code act ACTOR MEMBER UNIT ARGUMENT… / CHOICE…}. */
    private static Request act(Tokens words) {
        String actor = words.word(1);
        int member = words.number(2);
        String unit = words.word(3);
        int slash = words.indexOf("/");
        long[] arguments = words.codes(4, slash);
        long[] choices = words.codes(slash + 1);
        return s -> s.act(actor, member, unit, arguments, choices);
    }

    private static Request fault(Tokens words) {
        String target = words.word(1);
        int member = words.number(2);
        words.end(3);
        return switch (words.first()) {
            case "crash" -> s -> s.crash(target, member);
            case "restart" -> s -> s.restart(target, member);
            case "hang" -> s -> s.hang(target, member);
            default -> s -> s.lose(target, member);
        };
    }

    private static Request message(Tokens words) {
        String channel = words.word(1);
        int from = words.number(2);
        int to = words.number(3);
        int position = words.number(4);
        words.end(5);
        return switch (words.first()) {
            case "lose" -> s -> s.lose(channel, from, to, position);
            case "duplicate" -> s -> s.duplicate(channel, from, to, position);
            default -> s -> s.reorder(channel, from, to, position);
        };
    }
}
