package dev.baton.trace;

import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Exprs;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Quantifier;
import dev.baton.model.expr.Variable;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.source.SourceFile;
import dev.baton.model.source.Span;
import dev.baton.model.system.Action;
import dev.baton.model.system.Arrow;
import dev.baton.model.system.ErrorSite;
import dev.baton.model.system.Fairness;
import dev.baton.model.system.Origin;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Two senders and a mailbox with one slot, lowered by hand, so that traces can be told without a front end. */
final class Mailbox {
    static final SourceFile SOURCE = new SourceFile("mailbox.baton", """
        protocol Mailbox

        memory slot: Spawn? = none
        ipi bell to Host

        kernel Host {
          var got[Spawn]: 0..1 = 0
          interrupt bell {
            got[slot!] += 1
          }
        }

        kernel Spawn[2] {
          task sender {
            await slot is none
            slot = some(self)
            raise bell
          }
        }

        environment Noise { action poke { raise bell } }
        fault lose bell at most 1

        invariant None: forall s in Spawn: Host.got[s] == 0
        liveness All: eventually forall s in Spawn: Host.got[s] == 1
        """);

    static final Type.Index SPAWN = new Type.Index("Spawn", 2, "2", false);
    static final Type.Index HOST = new Type.Index("Host", 1, "1", true);
    static final Type.Range COUNT = Type.Range.of(0, 1);
    static final Type.Option SLOT = new Type.Option(SPAWN);
    static final Type.Enumeration AT =
            new Type.Enumeration("Spawn_sender_at", List.of("await", "set_slot", "raise_bell", "done"));
    static final Type.Enumeration ERROR = new Type.Enumeration("Error", List.of("none", "got out of range"));

    static final Variable SLOT_VARIABLE = variable("slot", SLOT, Exprs.literal(Value.NONE, SLOT), Variable.Role.MEMORY);
    static final Variable BELL = variable("bell", Type.BOOL, Expr.FALSE, Variable.Role.PENDING);
    static final Variable GOT =
            variable("Host.got", new Type.MapOf(SPAWN, COUNT), each(Exprs.literal(0)), Variable.Role.PRIVATE);
    static final Variable CONTROL =
            variable("Spawn.sender.at", new Type.MapOf(SPAWN, AT), each(label("await")), Variable.Role.CONTROL);
    static final Variable WRONG =
            variable("error", ERROR, Exprs.literal(new Value.EnumMember(ERROR, 0), ERROR), Variable.Role.ERROR);

    static final Expr SELF = Exprs.local("self", SPAWN);

    private Mailbox() {}

    static TransitionSystem system() {
        Expr slot = Exprs.read(SLOT_VARIABLE);
        Expr free = spanned("slot is none", span -> new Expr.Apply(Op.IS_NONE, List.of(slot), Type.BOOL, span));
        Expr bell = Exprs.read(BELL);
        Expr from = Exprs.apply(Op.UNWRAP, SPAWN, slot);
        Expr more = Exprs.apply(Op.ADD, Type.Range.of(0, 2), Exprs.at(Exprs.read(GOT), from), Exprs.literal(1));
        Expr host = Exprs.literal(new Value.Member(HOST, 0), HOST);
        Action await = sender("await", "await slot is none", "set_slot", free, List.of(), List.of());
        Action store = sender(
                "set_slot",
                "slot = some(self)",
                "raise_bell",
                Expr.TRUE,
                List.of(new Action.Update(SLOT_VARIABLE, Exprs.apply(Op.SOME, SLOT, SELF))),
                List.of());
        Action raise = sender(
                "raise_bell",
                "raise bell",
                "done",
                Expr.TRUE,
                List.of(new Action.Update(BELL, Expr.TRUE)),
                List.of(arrow(Arrow.Kind.RAISE, host, Exprs.not(bell)), arrow(Arrow.Kind.COALESCED, host, bell)));
        Action poke = outside(
                "poke",
                new Origin(Origin.Kind.ACTION, "Noise", "poke", "raise bell", Optional.empty(), at("action poke")),
                Exprs.not(bell),
                Expr.TRUE,
                new Arrow(Arrow.Kind.RAISE, "bell", Optional.empty(), Optional.of(host), Optional.empty(), Expr.TRUE));
        Action lose = outside(
                "lose",
                new Origin(Origin.Kind.FAULT, "fault", "", "lose bell", Optional.empty(), at("fault lose bell")),
                bell,
                Expr.FALSE,
                new Arrow(Arrow.Kind.LOSE, "bell", Optional.empty(), Optional.of(host), Optional.empty(), Expr.TRUE));
        Action take = new Action(
                "bell_take",
                List.of(),
                List.of(),
                Exprs.and(
                        Exprs.eq(Exprs.read(WRONG), WRONG.init()),
                        Exprs.and(bell, Exprs.apply(Op.IS_SOME, Type.BOOL, slot))),
                List.of(new Action.Check(new Expr.Fits(more, COUNT, Span.NONE), 0)),
                List.of(
                        new Action.Update(GOT, Exprs.put(Exprs.read(GOT), from, more)),
                        new Action.Update(BELL, Expr.FALSE)),
                new Origin(
                        Origin.Kind.INTERRUPT,
                        "Host",
                        "bell",
                        "got[slot!] += 1",
                        Optional.empty(),
                        at("got[slot!] += 1")),
                List.of(),
                List.of());
        Expr all = spanned("forall s in Spawn: Host.got[s] == 1", span -> forall(span, got("Host.got[s] == 1", 1)));
        Expr none = spanned("forall s in Spawn: Host.got[s] == 0", span -> forall(span, got("Host.got[s] == 0", 0)));
        return new TransitionSystem(
                "Mailbox",
                Optional.empty(),
                SOURCE,
                List.of(),
                List.of(SPAWN, HOST, AT, ERROR),
                List.of(),
                List.of(SLOT_VARIABLE, BELL, GOT, CONTROL, WRONG),
                List.of(await, store, raise, take, poke, lose),
                List.of(
                        fair("sender", Optional.of(self()), "await", "set_slot", "raise_bell"),
                        fair("bell", Optional.empty(), "bell_take")),
                List.of(
                        property(
                                "None",
                                Property.Kind.INVARIANT,
                                none,
                                "invariant None: forall s in Spawn: Host.got[s] == 0"),
                        property(
                                "All",
                                Property.Kind.EVENTUALLY,
                                all,
                                "liveness All: eventually forall s in Spawn: Host.got[s] == 1"),
                        new Property(
                                "DeadlockFree",
                                Property.Kind.DEADLOCK_FREE,
                                List.of(),
                                Expr.TRUE,
                                Optional.empty(),
                                Optional.empty(),
                                Span.NONE),
                        new Property(
                                "WellDefined",
                                Property.Kind.WELL_DEFINED,
                                List.of(),
                                Exprs.eq(Exprs.read(WRONG), WRONG.init()),
                                Optional.empty(),
                                Optional.empty(),
                                Span.NONE)),
                Optional.empty(),
                List.of(SPAWN),
                Optional.of(new TransitionSystem.ErrorSites(
                        WRONG,
                        ERROR,
                        List.of(new ErrorSite(
                                "got out of range",
                                ErrorSite.Kind.UNDEFINED,
                                "`got[slot!] += 1` takes a value outside `0..1`",
                                at("got[slot!] += 1"))))),
                List.of());
    }

    static Property property(String name) {
        return system().properties().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The behaviour that takes these steps: {@code set_slot 1} is the action's name and its member. */
    static Trace trace(OptionalInt loop, String... steps) {
        Interpreter interpreter = new Interpreter(system());
        State first = interpreter.initial();
        State now = first;
        List<Step> taken = new ArrayList<>();
        for (String wanted : steps) {
            Step step = interpreter.successors(now).stream()
                    .filter(s -> named(s).equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(wanted + " is not enabled"));
            taken.add(step);
            now = step.after();
        }
        return new Trace(first, taken, loop);
    }

    private static String named(Step step) {
        String name = step.action().name();
        return step.arguments().isEmpty()
                ? name
                : name + " " + ((Value.Member) step.arguments().getFirst()).ordinal();
    }

    private static Action sender(
            String from, String text, String to, Expr guard, List<Action.Update> updates, List<Arrow> arrows) {
        Expr here = Exprs.eq(Exprs.at(Exprs.read(CONTROL), SELF), label(from));
        List<Action.Update> all = new ArrayList<>(updates);
        all.add(new Action.Update(CONTROL, Exprs.put(Exprs.read(CONTROL), SELF, label(to))));
        Expr sound = Exprs.eq(Exprs.read(WRONG), WRONG.init());
        return new Action(
                from,
                List.of(self()),
                List.of(),
                Exprs.and(sound, Exprs.and(here, guard)),
                List.of(),
                all,
                new Origin(Origin.Kind.TASK, "Spawn", "sender", text, Optional.empty(), at(text)),
                arrows,
                List.of());
    }

    private static Action outside(String name, Origin origin, Expr guard, Expr bell, Arrow arrow) {
        Expr sound = Exprs.eq(Exprs.read(WRONG), WRONG.init());
        return new Action(
                name,
                List.of(),
                List.of(),
                Exprs.and(sound, guard),
                List.of(),
                List.of(new Action.Update(BELL, bell)),
                origin,
                List.of(arrow),
                List.of());
    }

    private static Arrow arrow(Arrow.Kind kind, Expr host, Expr when) {
        return new Arrow(kind, "bell", Optional.of(SELF), Optional.of(host), Optional.empty(), when);
    }

    private static Fairness fair(String name, Optional<Binder> actor, String... actions) {
        return new Fairness(name, Fairness.Strength.WEAK, actor, List.of(actions));
    }

    private static Binder self() {
        return new Binder("self", SPAWN, new Expr.Domain(SPAWN, Span.NONE));
    }

    private static Property property(String name, Property.Kind kind, Expr predicate, String text) {
        return new Property(name, kind, List.of(), predicate, Optional.empty(), Optional.empty(), at(text));
    }

    private static Expr forall(Span span, Expr body) {
        Binder binder = new Binder("s", SPAWN, new Expr.Domain(SPAWN, Span.NONE));
        return new Expr.Quantified(Quantifier.FORALL, binder, body, Type.BOOL, span);
    }

    private static Expr got(String text, int count) {
        Expr entry = new Expr.Apply(Op.AT, List.of(Exprs.read(GOT), Exprs.local("s", SPAWN)), COUNT, at("Host.got[s]"));
        return spanned(text, span -> new Expr.Apply(Op.EQ, List.of(entry, Exprs.literal(count)), Type.BOOL, span));
    }

    private static Expr spanned(String text, java.util.function.Function<Span, Expr> make) {
        return make.apply(at(text));
    }

    /** Where a text stands in the source. */
    static Span at(String text) {
        int start = SOURCE.text().indexOf(text);
        if (start < 0) {
            throw new IllegalArgumentException(text);
        }
        return new Span(SOURCE, start, start + text.length());
    }

    private static Expr label(String name) {
        return Exprs.literal(new Value.EnumMember(AT, AT.members().indexOf(name)), AT);
    }

    private static Expr each(Expr value) {
        Binder binder = new Binder("k", SPAWN, new Expr.Domain(SPAWN, Span.NONE));
        return new Expr.Quantified(Quantifier.MAP, binder, value, new Type.MapOf(SPAWN, value.type()), Span.NONE);
    }

    private static Variable variable(String name, Type type, Expr init, Variable.Role role) {
        return new Variable(name, type, init, role, Optional.empty(), Span.NONE);
    }
}
