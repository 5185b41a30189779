package dev.baton.cli.check;

import dev.baton.checker.CheckResult;
import dev.baton.model.system.Coverable;
import dev.baton.model.system.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Whether engines that answered the same check agree: on the verdicts, on the number of states where both visited all
 * of them, and with one worker on the length of the shortest counterexamples. Where they don't, Baton is wrong.
 */
public final class Agreement {
    private Agreement() {}

    /** A sentence for each thing that two engines differ on. */
    public static List<String> disagreements(List<Outcome> outcomes, int workers) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            for (int j = i + 1; j < outcomes.size(); j++) {
                Outcome a = outcomes.get(i);
                Outcome b = outcomes.get(j);
                if (a.check().is(b.check())) {
                    compare(a, b, workers, found);
                }
            }
        }
        return List.copyOf(found);
    }

    private static void compare(Outcome a, Outcome b, int workers, List<String> found) {
        if (a.result().complete() && b.result().complete()) {
            counts("distinct states", a, a.result().distinct(), b, b.result().distinct(), found);
            counts("generated states", a, a.result().generated(), b, b.result().generated(), found);
            counts("depth", a, depth(a.result()), b, depth(b.result()), found);
            unused(a, b, found);
        }
        for (PropertyOutcome p : a.properties()) {
            for (PropertyOutcome q : b.properties()) {
                if (p.name().equals(q.name()) && p.decided() && q.decided()) {
                    compare(a, p, b, q, workers, found);
                }
            }
        }
    }

    /** What both know to be never used. */
    private static void unused(Outcome a, Outcome b, List<String> found) {
        if (a.result().coverage().isPresent() && b.result().coverage().isPresent()) {
            List<Coverable> mine = a.result().coverage().get().never();
            List<Coverable> theirs = b.result().coverage().get().never();
            if (!mine.equals(theirs)) {
                found.add(sentence(a, b, "unused is " + words(mine), words(theirs)));
            }
        }
    }

    private static String words(List<Coverable> coverables) {
        return coverables.isEmpty()
                ? "nothing"
                : coverables.stream()
                        .map(c -> "`" + c.words().getFirst() + "` (" + c.span() + ")")
                        .collect(Collectors.joining(", "));
    }

    private static void compare(
            Outcome a, PropertyOutcome p, Outcome b, PropertyOutcome q, int workers, List<String> found) {
        if (p.violated() != q.violated()) {
            found.add(sentence(a, b, "`" + p.name() + "` " + p.word(), q.word()));
        } else if (workers == 1
                && shortest(p.property().kind())
                && p.trace().isPresent()
                && q.trace().isPresent()) {
            OptionalLong mine = OptionalLong.of(p.trace().get().length());
            OptionalLong theirs = OptionalLong.of(q.trace().get().length());
            counts("states in the counterexample of `" + p.name() + "`", a, mine, b, theirs, found);
        }
    }

    /** Whether engines give a shortest trace for this kind of property. */
    private static boolean shortest(Property.Kind kind) {
        return !kind.liveness();
    }

    private static OptionalLong depth(CheckResult result) {
        return result.depth().isPresent() ? OptionalLong.of(result.depth().getAsInt()) : OptionalLong.empty();
    }

    private static void counts(
            String what, Outcome a, OptionalLong mine, Outcome b, OptionalLong theirs, List<String> found) {
        if (mine.isPresent() && theirs.isPresent() && mine.getAsLong() != theirs.getAsLong()) {
            found.add(sentence(a, b, mine.getAsLong() + " " + what, Long.toString(theirs.getAsLong())));
        }
    }

    private static String sentence(Outcome a, Outcome b, String mine, String theirs) {
        return "`" + a.check().file() + "` " + a.check().name() + ": " + a.engine() + " says " + mine + ", "
                + b.engine() + " says " + theirs;
    }
}
