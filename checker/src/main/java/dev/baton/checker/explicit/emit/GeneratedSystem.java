package dev.baton.checker.explicit.emit;

import dev.baton.checker.explicit.program.Program;
import dev.baton.checker.explicit.program.Symmetry;
import dev.baton.checker.explicit.search.CompiledSystem;
import java.util.ArrayList;
import java.util.List;

/** What generated code need not say itself. Generated classes extend it. */
public abstract class GeneratedSystem implements CompiledSystem {
    private final int words;
    private final int bits;
    private final int instances;
    private final int stepProperties;
    private final boolean persistent;
    private final List<Interchange> interchanges;
    private final long[] initial;

    protected GeneratedSystem(Program program) {
        this.words = program.words();
        this.bits = program.bits();
        this.instances = program.instances().size();
        this.stepProperties = program.step().size();
        this.persistent = !program.persistent().isEmpty();
        List<Interchange> types = new ArrayList<>();
        int first = 0;
        for (Symmetry symmetry : program.symmetries()) {
            int members = symmetry.type().size();
            types.add(new Interchange(symmetry.type().name(), members, first, symmetry.complete()));
            first += members - 1;
        }
        this.interchanges = List.copyOf(types);
        this.initial = program.initial().stream().mapToLong(Long::longValue).toArray();
    }

    @Override
    public final int words() {
        return words;
    }

    @Override
    public final int bits() {
        return bits;
    }

    @Override
    public final int instances() {
        return instances;
    }

    @Override
    public final int mostSuccessors() {
        return instances;
    }

    @Override
    public final int stepProperties() {
        return stepProperties;
    }

    @Override
    public final boolean persistent() {
        return persistent;
    }

    @Override
    public final List<Interchange> interchanges() {
        return interchanges;
    }

    @Override
    public final void initial(long[] to, int at) {
        System.arraycopy(initial, 0, to, at, words);
    }
}
