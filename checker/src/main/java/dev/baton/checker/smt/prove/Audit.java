package dev.baton.checker.smt.prove;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import dev.baton.checker.smt.solver.Incremental;
import dev.baton.checker.smt.solver.Session;
import dev.baton.checker.smt.solver.Translation;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Valuation;
import dev.baton.model.system.Action;
import dev.baton.model.system.Property;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks an invariant once more, whoever found it, and says what of it is needed: unsatisfiable cores lead from the
 * property to the clauses that exclude its violation, from those to the clauses, conditions of steps and effects of
 * faults that keep them.
 */
public final class Audit {
    private final SymbolicSystem system;
    private final Context context;
    private final Incremental solver;
    private final Translation now;
    private final Translation after;
    private final List<Term> clauses;
    private final Map<Term, BoolExpr> assumed = new HashMap<>();
    private final AuditedSteps steps;
    private final Map<BoolExpr, Action> escapes = new LinkedHashMap<>();

    /** What has been needed so far, but for clauses. */
    private final Set<BoolExpr> rested = new LinkedHashSet<>();

    private final Set<Term> needed = new LinkedHashSet<>();
    private final Deque<Term> open = new ArrayDeque<>();
    private int questions;

    /** Of one question, or several that need the same clauses. */
    public Audit(SymbolicSystem system, Session session, List<Term> clauses) {
        this.system = system;
        this.context = session.context();
        this.solver = new Incremental(session);
        this.now = Translation.named(context, Term::name);
        this.after = Translation.named(context, symbol -> symbol.name() + "'");
        this.clauses = List.copyOf(clauses);
        this.steps = new AuditedSteps(system, context, solver, now);
        for (Term clause : clauses) {
            assumed.put(clause, solver.assumable("clause " + assumed.size(), now.truth(clause)));
        }
    }

    /**
     * What a proof rests on.
     *
     * @param clauses those of the invariant that are needed; together they are an invariant
     * @param conditions of steps that are: the proof stands if the others never hold anybody up
     * @param effects of faults that are: it stands whatever bits the others write
     * @param escapes faults without which a state that the invariant allows has no step; asked of DEADLOCK_FREE alone
     */
    public record Needed(List<Term> clauses, Set<Condition> conditions, Set<Effect> effects, List<Action> escapes) {
        public Needed {
            clauses = List.copyOf(clauses);
            conditions = Collections.unmodifiableSet(new LinkedHashSet<>(conditions));
            effects = Collections.unmodifiableSet(new LinkedHashSet<>(effects));
            escapes = List.copyOf(escapes);
        }
    }

    /** Empty if the clauses do not prove that the property is never violated. */
    Optional<Needed> of(Property property) {
        return switch (property.kind()) {
            case STEP -> {
                Term changed = system.terms()
                        .any(system.leaves().stream()
                                .map(leaf -> system.terms().not(system.terms().equal(leaf.now(), leaf.next())))
                                .toList());
                yield proved(now.truth(system.terms().both(changed, system.target(property))), true, List.of());
            }
            case DEADLOCK_FREE -> proved(now.truth(stoppedBut(system)), false, escapes());
            case INVARIANT,
                    LEMMA,
                    WELL_DEFINED,
                    OWNERSHIP,
                    EVENTUALLY,
                    ALWAYS_EVENTUALLY,
                    EVENTUALLY_ALWAYS,
                    LEADS_TO,
                    COVER -> of(system.target(property));
        };
    }

    /** Empty if the clauses do not prove that no bad state is reached. */
    public Optional<Needed> of(Term bad) {
        return proved(now.truth(bad), false, List.of());
    }

    private Optional<Needed> proved(BoolExpr bad, boolean step, List<BoolExpr> others) {
        Valuation first = new Valuation(symbol -> system.leaf(symbol).initial().value());
        if (!clauses.stream().allMatch(first::isTrue) || !uses(bad, step, others)) {
            return Optional.empty();
        }
        while (!open.isEmpty()) {
            if (!uses(context.mkNot(after.truth(open.remove())), true, List.of())) {
                return Optional.empty();
            }
        }
        return Optional.of(new Needed(
                clauses.stream().filter(needed::contains).toList(),
                steps.conditions(rested),
                steps.effects(rested),
                escapes.keySet().stream()
                        .filter(rested::contains)
                        .map(escapes::get)
                        .toList()));
    }

    /** That nothing but faults can go on where something should. */
    static Term stoppedBut(SymbolicSystem system) {
        List<Term> all = new ArrayList<>(List.of(system.terms().not(system.mayStop())));
        system.moves().stream()
                .filter(move -> !AuditedSteps.isFault(move.action()))
                .forEach(move -> all.add(system.terms().not(move.guard())));
        return system.terms().all(all);
    }

    private List<BoolExpr> escapes() {
        Map<String, List<Term>> faults = new LinkedHashMap<>();
        Map<String, Action> actions = new LinkedHashMap<>();
        system.moves().stream()
                .filter(move -> AuditedSteps.isFault(move.action()))
                .forEach(move -> {
                    String name = move.action().name();
                    actions.put(name, move.action());
                    faults.computeIfAbsent(name, _ -> new ArrayList<>())
                            .add(system.terms().not(move.guard()));
                });
        faults.forEach((name, never) -> escapes.put(
                solver.assumable("escape " + name, now.truth(system.terms().all(never))),
                Optional.ofNullable(actions.get(name)).orElseThrow()));
        return List.copyOf(escapes.keySet());
    }

    /**
     * Whether steps that are not the system's own keep what is needed, and the property.
     *
     * @param violation over one state: that such a step leads out of all that
     */
    boolean keeps(List<Term> clauses, Term violation) {
        questions++;
        return excluded(clauses, List.of(solver.assumable("question " + questions, now.truth(violation))));
    }

    /** Whether the clauses rule something out; then what they need for it is added. */
    private boolean uses(BoolExpr formula, boolean step, List<BoolExpr> others) {
        questions++;
        BoolExpr question = solver.assumable("question " + questions, formula);
        List<BoolExpr> asked = new ArrayList<>(List.of(question));
        List<BoolExpr> told = new ArrayList<>(others);
        if (step) {
            asked.add(steps.stepping());
            told.addAll(steps.assumable());
        }
        List<BoolExpr> always = both(asked, told);
        List<Term> enough = clauses.stream().filter(needed::contains).toList();
        if (!excluded(enough, always)) {
            if (!excluded(clauses, always)) {
                return false;
            }
            enough = least(used(clauses), always);
        }
        rest(enough, asked, told);
        solver.add(context.mkNot(question));
        for (Term clause : enough) {
            if (needed.add(clause)) {
                open.add(clause);
            }
        }
        return true;
    }

    /** Of what the last question's core has, what is new is needed only where the proof fails without it. */
    private void rest(List<Term> enough, List<BoolExpr> asked, List<BoolExpr> told) {
        Set<Expr<?>> core = solver.core();
        List<BoolExpr> known = told.stream().filter(rested::contains).toList();
        List<BoolExpr> fresh = told.stream()
                .filter(t -> core.contains(t) && !rested.contains(t))
                .toList();
        if (fresh.isEmpty() || excluded(enough, both(asked, known))) {
            return;
        }
        for (BoolExpr one : fresh) {
            List<BoolExpr> fewer = fresh.stream().filter(t -> !t.equals(one)).toList();
            if (fresh.contains(one) && excluded(enough, both(asked, both(known, fewer)))) {
                Set<Expr<?>> smaller = solver.core();
                fresh = fewer.stream().filter(smaller::contains).toList();
            }
        }
        rested.addAll(fresh);
    }

    private static List<BoolExpr> both(Collection<BoolExpr> some, Collection<BoolExpr> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** A core without the clauses that it can do without, of those that nothing else needs; the last question's. */
    private List<Term> least(List<Term> core, List<BoolExpr> always) {
        List<Term> least = core;
        for (Term clause : core) {
            if (!needed.contains(clause) && least.contains(clause)) {
                List<Term> fewer = least.stream().filter(c -> c != clause).toList();
                if (excluded(fewer, always)) {
                    least = used(fewer);
                }
            }
        }
        if (!excluded(least, always)) {
            throw new IllegalStateException("a core is none");
        }
        return least;
    }

    private boolean excluded(List<Term> by, List<BoolExpr> always) {
        List<BoolExpr> assumptions = new ArrayList<>(always);
        by.forEach(clause -> assumptions.add(assumed.get(clause)));
        return !solver.satisfiable(assumptions.toArray(BoolExpr[]::new));
    }

    /** Those that the core of the last question has. */
    private List<Term> used(List<Term> of) {
        Set<Expr<?>> core = solver.core();
        return of.stream().filter(clause -> core.contains(assumed.get(clause))).toList();
    }
}
