package dev.baton.view;

import dev.baton.model.expr.Variable;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.protocol.Actor;
import dev.baton.model.source.SourceFile;
import dev.baton.model.source.Span;
import dev.baton.model.system.Origin;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.value.Value;
import dev.baton.trace.Change;
import dev.baton.trace.PropertyTree;
import dev.baton.trace.StepFacts;
import dev.baton.trace.StepId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From a trace to its {@link View}. */
public final class ViewBuilder {
    private final Subject subject;
    private final Interpreter interpreter;
    private final Trace trace;
    private final Lanes lanes;
    private final Map<String, Integer> texts = new LinkedHashMap<>();
    /** Of interrupt handlers: where each is, by {@code Kernel.ipi}. */
    private final Map<String, Integer> controls = new LinkedHashMap<>();

    private ViewBuilder(Subject subject, Trace trace) {
        this.subject = subject;
        this.interpreter = new Interpreter(subject.system());
        this.trace = trace;
        this.lanes = new Lanes(subject.protocol(), interpreter);
        for (Actor actor : subject.protocol().actors()) {
            for (Actor.Interrupt handler : actor.interrupts()) {
                String name = actor.name() + "." + handler.ipi();
                List<Variable> variables = subject.system().variables();
                for (int i = 0; i < variables.size(); i++) {
                    if (variables.get(i).role() == Variable.Role.CONTROL
                            && variables.get(i).name().equals(name + ".at")) {
                        controls.put(name, i);
                    }
                }
            }
        }
    }

    /** @param trace a behaviour of the subject's system */
    public static View view(Subject subject, Trace trace, Commentator commentator) {
        return new ViewBuilder(subject, trace).build(commentator);
    }

    private View build(Commentator commentator) {
        List<StepFacts> facts = new ArrayList<>();
        List<List<Change>> changes = new ArrayList<>();
        List<List<Change>> telling = new ArrayList<>();
        Arrows arrows = new Arrows(subject.system(), lanes);
        for (int i = 0; i < trace.steps().size(); i++) {
            StepFacts step =
                    new StepFacts(interpreter, trace.state(i), trace.steps().get(i));
            facts.add(step);
            changes.add(step.changes());
            telling.add(step.telling());
            arrows.step(step);
        }
        List<List<Change>> all = new ArrayList<>(changes);
        all.addAll(telling);
        Cells cells = new Cells(subject.protocol(), subject.system(), lanes, all);

        List<Integer> first = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            first.add(text(cells.text(i, trace.first())));
        }
        List<View.Step> steps = new ArrayList<>();
        List<List<View.Arrow>> drawn = arrows.all();
        for (int i = 0; i < facts.size(); i++) {
            steps.add(step(facts.get(i), changes(changes.get(i), telling.get(i), cells, i), drawn.get(i)));
        }
        List<Property> properties = subject.properties();
        Optional<Property> shown = subject.property().filter(p -> interpreter.shows(p, trace));
        return new View(
                subject,
                title(shown),
                sources(subject.system()),
                lanes.all(),
                cells.all(),
                List.copyOf(texts.keySet()),
                first,
                steps,
                trace.loop(),
                properties,
                Lights.of(interpreter, properties, trace),
                shown.map(p -> PropertyTree.of(interpreter, p, trace)),
                shown.map(p -> commentator.comment(interpreter, p, trace)).orElse(Commentary.NONE));
    }

    private String title(Optional<Property> shown) {
        return shown.map(p -> p.name() + (p.kind() == Property.Kind.COVER ? " is reached" : " is violated"))
                .or(() -> subject.property().map(Property::name))
                .orElse(subject.system().name());
    }

    private int text(String text) {
        Integer known = texts.putIfAbsent(text, texts.size());
        return known == null ? texts.size() - 1 : known;
    }

    /** Several changes within one record are one change of its cell. */
    private List<View.Change> changes(List<Change> all, List<Change> telling, Cells cells, int step) {
        Map<Integer, Boolean> changed = new LinkedHashMap<>();
        all.forEach(c -> changed.put(cells.of(c), false));
        telling.forEach(c -> changed.put(cells.of(c), true));
        List<View.Change> changes = new ArrayList<>();
        changed.forEach((cell, tells) ->
                changes.add(new View.Change(cell, text(cells.text(cell, trace.state(step + 1))), tells)));
        return changes;
    }

    private View.Step step(StepFacts facts, List<View.Change> changes, List<View.Arrow> arrows) {
        Origin origin = facts.origin();
        return new View.Step(
                StepId.of(facts.step()),
                lanes.of(facts),
                lanes.struck(facts.step()),
                facts.who(),
                facts.what(),
                origin.kind().name().toLowerCase(Locale.ROOT),
                origin.span(),
                changes,
                arrows,
                interrupt(facts),
                origin.kind() == Origin.Kind.FAULT,
                facts.error().map(e -> e.message()));
    }

    private Optional<View.Interrupt> interrupt(StepFacts facts) {
        Integer control =
                controls.get(facts.origin().actor() + "." + facts.origin().unit());
        if (control == null || facts.origin().kind() == Origin.Kind.FAULT) {
            return Optional.empty();
        }
        boolean before = idle(facts.before().get(control), facts);
        boolean after = idle(facts.step().after().get(control), facts);
        return before == after ? Optional.empty() : Optional.of(after ? View.Interrupt.LEAVE : View.Interrupt.ENTER);
    }

    private static boolean idle(Value control, StepFacts facts) {
        Value at = control instanceof Value.MapOf map ? map.get(facts.member().orElseThrow()) : control;
        return at.toString().equals("idle");
    }

    /** The protocol's own text first, then all others that something stands in. */
    static List<SourceFile> sources(TransitionSystem system) {
        Set<SourceFile> sources = new LinkedHashSet<>();
        sources.add(system.source());
        system.actions().forEach(a -> source(a.origin().span(), sources));
        system.properties().forEach(p -> source(p.span(), sources));
        system.variables().forEach(v -> source(v.span(), sources));
        return List.copyOf(sources);
    }

    private static void source(Span span, Set<SourceFile> into) {
        if (span.known() && !span.wholeFile()) {
            into.add(span.file());
        }
    }
}
