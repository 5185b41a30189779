package dev.baton.codegen.actor;

import dev.baton.model.expr.Definition;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Shape;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What actors use of the machine: no more is generated. */
public final class MachineUses {

    /** What is done with a word of memory, a channel or an IPI. */
    public enum Kind {
        GET,
        GET_WHOLE,
        SET,
        SET_WHOLE,
        SET_RELEASE,
        CAS,
        FETCH_ADD,
        EXCHANGE,
        SEND,
        TAKE,
        OFFERS,
        CONTENTS,
        BELL,
        ACTOR,
        OWNERS,
        OWNER
    }

    private final Map<Kind, Set<String>> uses = new TreeMap<>();
    private final Set<String> actors = new TreeSet<>();
    private final Map<Kind, Set<String>> checked = new TreeMap<>();
    private final Map<String, Definition> functions = new TreeMap<>();
    private final Map<String, String> messages = new TreeMap<>();

    void use(Kind kind, String declared) {
        uses.computeIfAbsent(kind, k -> new TreeSet<>()).add(declared);
    }

    /** A use with what is said if the value doesn't fit. */
    void use(Kind kind, String declared, String message) {
        use(kind, declared);
        messages.putIfAbsent(kind + " " + declared, message);
    }

    void use(Definition function) {
        functions.put(function.name(), function);
    }

    public boolean has(Kind kind, String declared) {
        return uses.getOrDefault(kind, Set.of()).contains(declared);
    }

    public String message(Kind kind, String declared) {
        return messages.getOrDefault(kind + " " + declared, "");
    }

    /** Says that an actor's code uses the machine at all. */
    void useMachine(String actor) {
        actors.add(actor);
    }

    /** Whether an actor's code uses the machine at all. */
    public boolean usesMachine(String actor) {
        return actors.contains(actor);
    }

    /** Says that a value given to an operation may not fit. */
    void check(Kind kind, String declared) {
        checked.computeIfAbsent(kind, k -> new TreeSet<>()).add(declared);
    }

    /** Whether a value given to an operation may not fit. */
    public boolean checks(Kind kind, String declared) {
        return checked.getOrDefault(kind, Set.of()).contains(declared);
    }

    public boolean calls(Definition function) {
        return functions.containsKey(function.name());
    }

    /** Whether a function reads memory or asks something: then it is a method of the machine, else a static one. */
    public static boolean needsMachine(Definition function) {
        boolean[] found = {false};
        Shape.visit(
                function.body(),
                e -> found[0] |= switch (e) {
                    case Expr.Read x -> true;
                    case Expr.Query x -> true;
                    case Expr.Call x -> needsMachine(x.definition());
                    case Expr.Literal x -> false;
                    case Expr.Constant x -> false;
                    case Expr.Local x -> false;
                    case Expr.Apply x -> false;
                    case Expr.Get x -> false;
                    case Expr.Make x -> false;
                    case Expr.With x -> false;
                    case Expr.If x -> false;
                    case Expr.Let x -> false;
                    case Expr.Quantified x -> false;
                    case Expr.Domain x -> false;
                    case Expr.Is x -> false;
                    case Expr.As x -> false;
                    case Expr.Fits x -> false;
                });
        return found[0];
    }
}
