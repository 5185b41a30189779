package dev.baton.model.lowering;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Exprs;
import dev.baton.model.expr.Variable;
import dev.baton.model.lowering.Control.Move;
import dev.baton.model.lowering.Control.Node;
import dev.baton.model.lowering.Control.Ref;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Pattern;
import dev.baton.model.protocol.Statements;
import dev.baton.model.protocol.Stmt;
import dev.baton.model.source.Span;
import dev.baton.model.system.Choice;
import dev.baton.model.system.Fairness;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Statements to the places between steps: which statement a step from each does, and where it leads. */
final class ControlBuilder {
    private final Set<String> read;
    private final Map<String, Type> bound = new LinkedHashMap<>();

    private ControlBuilder(Set<String> read) {
        this.read = read;
    }

    static Control task(Actor actor, Actor.Task task, Names names) {
        return build(
                names, actor, task.name(), false, task.fairness(), task.core(), task.body(), task.doc(), task.span());
    }

    static Control handler(Actor actor, Actor.Interrupt i, Names names) {
        return build(names, actor, i.ipi(), true, i.fairness(), i.core(), i.body(), i.doc(), i.span());
    }

    private static Control build(
            Names names,
            Actor actor,
            String unit,
            boolean handler,
            Fairness.Strength fairness,
            Optional<Expr> core,
            List<Stmt> body,
            Optional<String> doc,
            Span span) {
        ControlBuilder builder = new ControlBuilder(Usage.localsRead(body));
        Ref end = new Ref();
        Ref entry = builder.block(body, end, new Around(Optional.empty(), Optional.empty(), end, Map.of()), Set.of());
        List<Node> nodes = entry.resolve().map(ControlBuilder::reachable).orElse(List.of());
        String rest = handler ? "idle" : "done";
        name(nodes, rest);
        List<String> labels = new ArrayList<>();
        nodes.forEach(n -> labels.add(n.label));
        labels.add(handler ? 0 : labels.size(), rest);
        Type.Enumeration type = new Type.Enumeration(names.type(actor.name() + capital(unit) + "Label"), labels);
        boolean endless = !handler
                && nodes.size() == 1
                && successors(nodes.getFirst()).stream()
                        .allMatch(r -> r.resolve().isPresent());
        boolean none = nodes.isEmpty() || endless;
        String path = actor.name() + "." + unit + ".";
        String place = names.variable(path + "at");
        Map<String, Control.Memory> locals = new LinkedHashMap<>();
        builder.bound.forEach((name, t) -> locals.put(name, local(actor, names.variable(path + name), t, span)));
        Optional<Variable> at = Optional.empty();
        if (!none) {
            String first = handler ? rest : entry.resolve().orElseThrow().label;
            Value start = new Value.EnumMember(type, labels.indexOf(first));
            at = Optional.of(variable(actor, place, type, start, Variable.Role.CONTROL, span));
        }
        return new Control(actor, unit, handler, fairness, core, at, type, locals, entry.resolve(), nodes, doc, span);
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static Variable variable(Actor actor, String name, Type type, Value first, Variable.Role role, Span span) {
        Type whole = actor.index().single() ? type : new Type.MapOf(actor.index(), type);
        Expr init = World.each(actor.index(), Exprs.literal(first, type));
        return new Variable(name, whole, init, role, Optional.empty(), span);
    }

    /** A local; where its type's first value would single out a member, an option that starts as none. */
    private static Control.Memory local(Actor actor, String name, Type type, Span span) {
        boolean optional = mentionsMember(Domain.first(type));
        Type stored = optional ? new Type.Option(type) : type;
        Variable variable = variable(actor, name, stored, Domain.first(stored), Variable.Role.LOCAL, span);
        return new Control.Memory(variable, type, optional);
    }

    private static boolean mentionsMember(Value value) {
        return switch (value) {
            case Value.Member v -> v.type().size() > 1;
            case Value.Struct v -> v.fields().stream().anyMatch(ControlBuilder::mentionsMember);
            case Value.MapOf v -> v.values().stream().anyMatch(ControlBuilder::mentionsMember);
            case Value.Bool v -> false;
            case Value.Int v -> false;
            case Value.EnumMember v -> false;
            case Value.None v -> false;
            case Value.Some v -> false;
            case Value.SetOf v -> false;
            case Value.Seq v -> false;
            case Value.Bag v -> false;
        };
    }

    /** Where break, continue and return lead, and what the names of unrolled loops stand for here. */
    private record Around(Optional<Ref> onBreak, Optional<Ref> onContinue, Ref onReturn, Map<String, Expr> constants) {
        Around with(String name, Expr value) {
            Map<String, Expr> more = new LinkedHashMap<>(constants);
            more.put(name, value);
            return new Around(onBreak, onContinue, onReturn, more);
        }
    }

    private Ref block(List<Stmt> body, Ref next, Around around, Set<String> scope) {
        if (body.isEmpty()) {
            return next;
        }
        Stmt first = body.getFirst();
        Set<String> after = plus(scope, binds(first));
        Ref rest = block(body.subList(1, body.size()), next, around, after);
        return statement(first, rest, around, scope);
    }

    private Ref statement(Stmt s, Ref next, Around around, Set<String> scope) {
        return switch (s) {
            case Stmt.If x -> {
                Set<String> inner = plus(scope, binds(x.test()));
                Ref yes = block(x.then(), next, around, inner);
                Ref no = block(x.otherwise(), next, around, scope);
                yield node(new Move.Branch(x.test(), yes, no), s, around, scope);
            }
            case Stmt.While x -> {
                Ref head = new Ref();
                Set<String> inner = plus(scope, binds(x.test()));
                Around within = new Around(Optional.of(next), Optional.of(head), around.onReturn(), around.constants());
                Ref body = block(x.body(), head, within, inner);
                head.become(node(new Move.Branch(x.test(), body, next), s, around, scope));
                yield head;
            }
            case Stmt.Loop x -> {
                Ref head = new Ref();
                Around within = new Around(Optional.of(next), Optional.of(head), around.onReturn(), around.constants());
                Ref body = block(x.body(), head, within, scope);
                head.become(body);
                if (head.circular()) {
                    head.become(node(new Move.Choice(List.of()), s, around, scope));
                    yield head;
                }
                yield body;
            }
            case Stmt.ForEach x -> {
                Ref after = next;
                for (Value value : Domain.values(x.type()).reversed()) {
                    Around within = new Around(
                                    Optional.of(next), Optional.of(after), around.onReturn(), around.constants())
                            .with(x.name(), Exprs.literal(value, x.type()));
                    after = block(x.body(), after, within, scope);
                }
                yield after;
            }
            case Stmt.Break x -> around.onBreak().orElseThrow();
            case Stmt.Continue x -> around.onContinue().orElseThrow();
            case Stmt.Return x -> around.onReturn();
            case Stmt.Match x -> {
                List<Move.Case> cases = new ArrayList<>();
                for (Stmt.Arm arm : x.arms()) {
                    Set<String> inner = plus(scope, binds(arm.pattern()));
                    cases.add(new Move.Case(arm.pattern(), block(arm.body(), next, around, inner)));
                }
                yield node(new Move.Dispatch(x.source(), cases), s, around, scope);
            }
            case Stmt.Either x -> {
                List<Ref> branches = new ArrayList<>();
                for (List<Stmt> branch : x.branches()) {
                    List<Stmt> body = branch.isEmpty() ? List.of(new Stmt.Skip(x.span())) : branch;
                    branches.add(block(body, next, around, scope));
                }
                yield node(new Move.Choice(branches), s, around, scope);
            }
            case Stmt.Send x -> {
                if (x.otherwise().isEmpty()) {
                    yield node(new Move.Go(x, next), s, around, scope);
                }
                Ref full = block(x.otherwise().get(), next, around, scope);
                yield node(new Move.Offer(x, next, full), s, around, scope);
            }
            case Stmt.Labelled x -> {
                Ref ref = statement(x.body(), next, around, scope);
                ref.resolve().ifPresent(n -> n.names.add(x.label()));
                yield ref;
            }
            case Stmt.Assign x -> node(new Move.Go(x, next), s, around, scope);
            case Stmt.Let x -> node(new Move.Go(x, next), s, around, scope);
            case Stmt.Await x -> node(new Move.Go(x, next), s, around, scope);
            case Stmt.Choose x -> node(new Move.Go(x, next), s, around, scope);
            case Stmt.Receive x -> node(new Move.Go(x, next), s, around, scope);
            case Stmt.Raise x -> node(new Move.Go(x, next), s, around, scope);
            case Stmt.Mask x -> node(new Move.Go(x, next), s, around, scope);
            case Stmt.Unmask x -> node(new Move.Go(x, next), s, around, scope);
            case Stmt.Fence x -> node(new Move.Go(x, next), s, around, scope);
            case Stmt.Start x -> node(new Move.Go(x, next), s, around, scope);
            case Stmt.Halt x -> node(new Move.Go(x, next), s, around, scope);
            case Stmt.Assert x -> node(new Move.Go(x, next), s, around, scope);
            case Stmt.Atomic x -> node(new Move.Go(x, next), s, around, scope);
            case Stmt.Skip x -> node(new Move.Go(x, next), s, around, scope);
            case Stmt.Use x -> node(new Move.Go(x, next), s, around, scope);
            case Stmt.Give x -> node(new Move.Go(x, next), s, around, scope);
            case Stmt.Take x -> node(new Move.Go(x, next), s, around, scope);
            case Stmt.Release x -> node(new Move.Go(x, next), s, around, scope);
        };
    }

    private static Ref node(Move move, Stmt statement, Around around, Set<String> scope) {
        return Ref.to(new Node(move, statement, around.constants(), scope));
    }

    private Set<String> plus(Set<String> scope, List<Pattern.Binding> bindings) {
        Set<String> more = new LinkedHashSet<>(scope);
        for (Pattern.Binding b : bindings) {
            if (read.contains(b.name())) {
                bound.put(b.name(), b.type());
                more.add(b.name());
            }
        }
        return more;
    }

    /** What a statement binds for the rest of its block. */
    private static List<Pattern.Binding> binds(Stmt s) {
        if (s instanceof Stmt.Let x) {
            return List.of(new Pattern.Binding(x.name(), x.type()));
        }
        if (s instanceof Stmt.Choose x) {
            return List.of(new Pattern.Binding(x.name(), x.type()));
        }
        if (s instanceof Stmt.Await x) {
            return binds(x.test());
        }
        if (s instanceof Stmt.Receive x) {
            List<Pattern.Binding> all = new ArrayList<>(Statements.binders(x.pattern()));
            x.from().ifPresent(all::add);
            return all;
        }
        return s instanceof Stmt.Labelled x ? binds(x.body()) : List.of();
    }

    private static List<Pattern.Binding> binds(Stmt.Test test) {
        return test.pattern().map(Statements::binders).orElse(List.of());
    }

    private static List<Pattern.Binding> binds(Pattern pattern) {
        return Statements.binders(pattern);
    }

    private static List<Node> reachable(Node entry) {
        List<Node> found = new ArrayList<>();
        Set<Node> seen = new HashSet<>();
        List<Node> open = new ArrayList<>(List.of(entry));
        while (!open.isEmpty()) {
            Node node = open.removeLast();
            if (seen.add(node)) {
                found.add(node);
                successors(node).reversed().forEach(r -> r.resolve().ifPresent(open::add));
            }
        }
        return found;
    }

    static List<Ref> successors(Node node) {
        return switch (node.move) {
            case Move.Go m -> List.of(m.next());
            case Move.Branch m -> List.of(m.yes(), m.no());
            case Move.Dispatch m -> m.cases().stream().map(Move.Case::next).toList();
            case Move.Offer m -> List.of(m.sent(), m.full());
            case Move.Choice m ->
                alternatives(node).keySet().stream()
                        .flatMap(n -> successors(n).stream())
                        .toList();
        };
    }

    /**
     * The places whose steps a choice offers, with the branches that lead there; the place itself if it is none. A
     * choice that is come to in a second way is not gone through again.
     */
    static SequencedMap<Node, List<List<Choice>>> alternatives(Node node) {
        SequencedMap<Node, List<List<Choice>>> found = new LinkedHashMap<>();
        alternatives(node, List.of(), new HashSet<>(), found);
        return found;
    }

    private static void alternatives(
            Node node, List<Choice> way, Set<Node> seen, SequencedMap<Node, List<List<Choice>>> found) {
        if (!(node.move instanceof Move.Choice choice)) {
            found.computeIfAbsent(node, n -> new ArrayList<>()).add(way);
        } else if (seen.add(node)) {
            for (int i = 0; i < choice.branches().size(); i++) {
                List<Choice> longer = new ArrayList<>(way);
                longer.add(new Choice.Branch(i));
                choice.branches().get(i).resolve().ifPresent(n -> alternatives(n, longer, seen, found));
            }
        }
    }

    private static void name(List<Node> nodes, String rest) {
        Map<String, Integer> used = new HashMap<>();
        used.put(rest, 1);
        for (Node n : nodes) {
            if (!n.names.isEmpty()) {
                n.label = fresh(n.names.getFirst(), used);
            }
        }
        for (Node n : nodes) {
            if (n.names.isEmpty()) {
                n.label = fresh(Wording.label(n.statement), used);
            }
        }
    }

    private static String fresh(String name, Map<String, Integer> used) {
        String candidate = name;
        for (int i = 2; used.containsKey(candidate); i++) {
            candidate = name + "_" + i;
        }
        used.put(candidate, 1);
        return candidate;
    }
}
