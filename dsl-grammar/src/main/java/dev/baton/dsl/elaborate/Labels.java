package dev.baton.dsl.elaborate;

import dev.baton.dsl.syntax.BlockSyntax;
import dev.baton.dsl.syntax.Decl;
import dev.baton.dsl.syntax.Member;
import dev.baton.dsl.syntax.Name;
import dev.baton.dsl.syntax.StmtSyntax;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tasks and handlers by name, and the labels in them, those of the procedures that they call too. */
final class Labels {
    private Labels() {}

    /** The tasks and interrupt handlers of an actor. */
    static List<Member> units(Decl.Actor actor) {
        return actor.members().stream()
                .filter(m -> m instanceof Member.Task || m instanceof Member.Interrupt)
                .toList();
    }

    /** The name of a task; of a handler the IPI's. */
    static String name(Member member) {
        return switch (member) {
            case Member.Task m -> m.name().text();
            case Member.Interrupt m -> m.ipi().text();
            case Member.Action m -> m.name().text();
            case Member.On m -> m.channel().text();
            case Member.Var m -> m.variable().name().text();
            case Member.States m -> "state";
            case Member.InState m -> m.state().text();
        };
    }

    static List<String> in(Member member, Symbols symbols) {
        Set<String> found = new LinkedHashSet<>();
        Set<String> seen = new LinkedHashSet<>();
        if (member instanceof Member.Task task) {
            collect(task.body(), symbols, seen, found);
        }
        if (member instanceof Member.Interrupt interrupt) {
            collect(interrupt.body(), symbols, seen, found);
        }
        return List.copyOf(found);
    }

    private static void collect(BlockSyntax block, Symbols symbols, Set<String> seen, Set<String> found) {
        declared(block).forEach(label -> found.add(label.text()));
        for (StmtSyntax stmt : all(block)) {
            if (stmt instanceof StmtSyntax.Call call && seen.add(call.callee().text())) {
                symbols.find(call.callee().text()).ifPresent(s -> {
                    if (s.declaration() instanceof Decl.Procedure procedure) {
                        collect(procedure.body(), symbols, seen, found);
                    }
                });
            }
        }
    }

    /** The labels that stand in a block itself. */
    static List<Name> declared(BlockSyntax block) {
        return all(block).stream()
                .filter(StmtSyntax.Labelled.class::isInstance)
                .map(s -> ((StmtSyntax.Labelled) s).label())
                .toList();
    }

    /** All statements in a block, outer ones first. */
    static List<StmtSyntax> all(BlockSyntax block) {
        List<StmtSyntax> all = new ArrayList<>();
        block.statements().forEach(s -> add(s, all));
        return all;
    }

    private static void add(StmtSyntax stmt, List<StmtSyntax> into) {
        into.add(stmt);
        switch (stmt) {
            case StmtSyntax.If s -> {
                add(s.then(), into);
                s.otherwise().ifPresent(b -> add(b, into));
            }
            case StmtSyntax.While s -> add(s.body(), into);
            case StmtSyntax.Loop s -> add(s.body(), into);
            case StmtSyntax.ForEach s -> add(s.body(), into);
            case StmtSyntax.Match s -> s.arms().forEach(a -> add(a.body(), into));
            case StmtSyntax.Either s -> s.branches().forEach(b -> add(b, into));
            case StmtSyntax.Send s -> s.otherwise().ifPresent(b -> add(b, into));
            case StmtSyntax.Atomic s -> add(s.body(), into);
            case StmtSyntax.Labelled s -> add(s.body(), into);
            case StmtSyntax.Assign s -> {}
            case StmtSyntax.Call s -> {}
            case StmtSyntax.Let s -> {}
            case StmtSyntax.Var s -> {}
            case StmtSyntax.Await s -> {}
            case StmtSyntax.Choose s -> {}
            case StmtSyntax.Receive s -> {}
            case StmtSyntax.Raise s -> {}
            case StmtSyntax.Mask s -> {}
            case StmtSyntax.Unmask s -> {}
            case StmtSyntax.Fence s -> {}
            case StmtSyntax.Start s -> {}
            case StmtSyntax.Halt s -> {}
            case StmtSyntax.Use s -> {}
            case StmtSyntax.Give s -> {}
            case StmtSyntax.Take s -> {}
            case StmtSyntax.Release s -> {}
            case StmtSyntax.ReleaseStore s -> {}
            case StmtSyntax.Assert s -> {}
            case StmtSyntax.Skip s -> {}
            case StmtSyntax.Break s -> {}
            case StmtSyntax.Continue s -> {}
            case StmtSyntax.Return s -> {}
            case StmtSyntax.Goto s -> {}
        }
    }

    private static void add(BlockSyntax block, List<StmtSyntax> into) {
        block.statements().forEach(s -> add(s, into));
    }
}
