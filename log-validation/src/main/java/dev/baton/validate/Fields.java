package dev.baton.validate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands on a line behind its time.
 *
 * @param actor {@code Sender}
 * @param member {@code 1} of {@code Sender[1]}; -1 where there is no number
 * @param unit task, IPI, action or handler; {@code !} for faults
 * @param label of the place; {@code -}, {@code deliver} and {@code end} are none. Of a fault its kind
 * @param words those without a {@code =}
 * @param named those with one
 */
record Fields(String actor, int member, String unit, String label, List<String> words, Map<String, String> named) {
    Fields {
        words = List.copyOf(words);
    }

    /** @throws LogException if it is not of this form */
    static Fields of(long line, String text) throws LogException {
        String[] parts = text.strip().split(" +", -1);
        if (parts.length < 3 || parts[0].isEmpty()) {
            throw new LogException(line, "expected `TIME ACTOR UNIT LABEL`, found `" + Texts.shown(text) + "`");
        }
        String who = parts[0];
        String actor = who;
        int member = -1;
        int bracket = who.indexOf('[');
        if (bracket >= 0) {
            actor = who.substring(0, bracket);
            try {
                if (!who.endsWith("]")) {
                    throw new NumberFormatException();
                }
                member = Integer.parseInt(who.substring(bracket + 1, who.length() - 1));
            } catch (NumberFormatException e) {
                throw new LogException(line, "`" + Texts.shown(who) + "` is no member of an actor", "write `Name[0]`");
            }
        }
        List<String> words = new ArrayList<>();
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 3; i < parts.length; i++) {
            int equal = parts[i].indexOf('=');
            if (equal <= 0) {
                words.add(parts[i]);
            } else if (named.put(parts[i].substring(0, equal), parts[i].substring(equal + 1)) != null) {
                throw new LogException(line, "`" + Texts.shown(parts[i].substring(0, equal)) + "` stands there twice");
            }
        }
        return new Fields(actor, member, parts[1], parts[2], words, named);
    }

    /** {@code Sender[1]}, {@code Receiver}. */
    String who() {
        return member < 0 ? actor : actor + "[" + member + "]";
    }
}
