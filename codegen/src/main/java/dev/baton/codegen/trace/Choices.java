package dev.baton.codegen.trace;

import dev.baton.model.interpreter.Step;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.protocol.Statements;
import dev.baton.model.protocol.Stmt;
import dev.baton.model.source.Span;
import dev.baton.model.system.Action;
import dev.baton.model.system.Coverable;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What a step of the model chooses, in the order in which code asks for it: branches of {@code either} by number,
 * elements and messages by code. Which branch was taken, the marks of the step tell.
 */
final class Choices {
    private final Protocol protocol;
    private final TransitionSystem system;

    /** A parameter of a step with its value. */
    record Chosen(Type type, Value value) {}

    Choices(Protocol protocol, TransitionSystem system) {
        this.protocol = protocol;
        this.system = system;
    }

    /** Of a step of a task or handler at a statement. */
    List<Long> ofStep(Stmt at, Step step, List<Chosen> chosen) {
        Walk walk = new Walk(step, chosen);
        walk.begin(at);
        return walk.choices;
    }

    /** Of a step that does all of a body. */
    List<Long> ofBody(List<Stmt> body, Step step, List<Chosen> chosen) {
        Walk walk = new Walk(step, chosen);
        walk.all(body);
        return walk.choices;
    }

    private final class Walk {
        private final Step step;
        private final Deque<Chosen> chosen;
        private final List<Long> choices = new ArrayList<>();

        Walk(Step step, List<Chosen> chosen) {
            this.step = step;
            this.chosen = new ArrayDeque<>(chosen);
        }

        /** A step of its own: only the first step of a branch belongs to it. */
        private boolean begin(Stmt at) {
            if (at instanceof Stmt.Either either) {
                for (int i = 0; i < either.branches().size(); i++) {
                    List<Stmt> branch = either.branches().get(i);
                    int size = choices.size();
                    choices.add((long) i);
                    if (branch.isEmpty() ? isOf(either) : begin(branch.getFirst())) {
                        return true;
                    }
                    choices.subList(size, choices.size()).clear();
                }
                return false;
            }
            if (at instanceof Stmt.Labelled || at instanceof Stmt.Loop || at instanceof Stmt.ForEach) {
                List<Stmt> body = Statements.bodies(at).getFirst();
                return !body.isEmpty() && begin(body.getFirst());
            }
            boolean here = isOf(at);
            if (here) {
                one(at);
            }
            return here;
        }

        private boolean isOf(Stmt at) {
            Span done = step.action().origin().span();
            return at.span().equals(done);
        }

        /** What is chosen in a statement that is done in one step; tests of a task lead elsewhere. */
        private void one(Stmt s) {
            if (s instanceof Stmt.Choose x) {
                next(x.type());
            } else if (s instanceof Stmt.Receive x) {
                receive(x);
            } else if (s instanceof Stmt.Atomic x) {
                all(x.body());
            }
        }

        void all(List<Stmt> body) {
            body.forEach(this::within);
        }

        @SuppressWarnings("IfChainToSwitch") // A switch over all statements would say nothing of most.
        private void within(Stmt s) {
            if (s instanceof Stmt.Labelled x) {
                within(x.body());
            } else if (s instanceof Stmt.Either x) {
                int taken = taken(x.branches());
                choices.add((long) taken);
                all(x.branches().get(taken));
            } else if (s instanceof Stmt.If x) {
                all(beginsAt(x.span()) ? x.then() : x.otherwise());
            } else if (s instanceof Stmt.Match x) {
                x.arms().stream()
                        .filter(arm -> beginsAt(arm.span()))
                        .findFirst()
                        .ifPresent(arm -> all(arm.body()));
            } else if (s instanceof Stmt.ForEach x) {
                Domain.values(x.type()).forEach(value -> all(x.body()));
            } else if (s instanceof Stmt.Send x) {
                x.otherwise().filter(this::marked).ifPresent(this::all);
            } else {
                one(s);
            }
        }

        private int taken(List<List<Stmt>> branches) {
            for (int i = 0; i < branches.size(); i++) {
                if (!branches.get(i).isEmpty() && marked(branches.get(i))) {
                    return i;
                }
            }
            for (int i = 0; i < branches.size(); i++) {
                if (branches.get(i).isEmpty()) {
                    return i;
                }
            }
            return 0;
        }

        /** Whether the step goes through a branch with this body. */
        private boolean marked(List<Stmt> branch) {
            if (branch.isEmpty()) {
                return false;
            }
            Span first = branch.getFirst().span();
            return marks(first) || hasChoiceMark(branch);
        }

        /** Whether the step goes through what begins where this does: an arm, or the test of an {@code if}. */
        private boolean beginsAt(Span arm) {
            return step.action().marks().stream()
                    .map(this::coverable)
                    .anyMatch(c -> c.kind() == Coverable.Kind.BRANCH
                            && c.span().file().equals(arm.file())
                            && c.span().start() == arm.start());
        }

        private boolean marks(Span span) {
            return step.action().marks().stream()
                    .map(this::coverable)
                    .anyMatch(c -> c.kind() == Coverable.Kind.BRANCH && c.span().equals(span));
        }

        private boolean hasChoiceMark(List<Stmt> branch) {
            boolean[] found = {false};
            Statements.visit(branch, s -> {
                if (s instanceof Stmt.Either e) {
                    e.branches()
                            .forEach(b -> found[0] |=
                                    !b.isEmpty() && marks(b.getFirst().span()));
                }
            });
            return found[0];
        }

        private Coverable coverable(Action.Mark mark) {
            return system.coverables().get(mark.coverable());
        }

        private void receive(Stmt.Receive x) {
            Protocol.Channel c = protocol.channel(x.channel());
            if (!c.from().single()) {
                next(c.from());
            }
            if (c.kind() == Protocol.Channel.Kind.UNORDERED) {
                next(c.element());
            }
        }

        private void next(Type type) {
            if (!chosen.isEmpty()) {
                choices.add(ValueCodes.code(type, chosen.removeFirst().value()));
            }
        }
    }
}
