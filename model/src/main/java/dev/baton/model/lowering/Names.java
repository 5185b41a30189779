package dev.baton.model.lowering;

import dev.baton.model.expr.Definition;
import dev.baton.model.expr.Variable;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.type.Type;
import java.util.HashSet;
import java.util.Set;

/**
 * Names of what lowering adds, apart from what the designer named and from each other: {@code K.buffer} is
 * {@code K.buffer_} where {@code K} has a variable called {@code buffer}. Two variables of one name would be one
 * variable.
 */
final class Names {
    private final Set<String> variables = new HashSet<>();
    private final Set<String> types = new HashSet<>();
    private final Set<String> definitions = new HashSet<>();

    Names(Protocol protocol) {
        protocol.variables().stream().map(m -> m.variable().name()).forEach(variables::add);
        protocol.channels().stream().map(Protocol.Channel::name).forEach(variables::add);
        protocol.ipis().stream().map(Protocol.Ipi::name).forEach(variables::add);
        for (Actor a : protocol.actors()) {
            a.variables().stream().map(Variable::name).forEach(variables::add);
        }
        protocol.types().stream().map(Type::toString).forEach(types::add);
        protocol.definitions().stream().map(Definition::name).forEach(definitions::add);
    }

    /** A name for a variable, as near to the wanted one as is free. */
    String variable(String wanted) {
        return free(wanted, variables);
    }

    /** The same for a type. */
    String type(String wanted) {
        return free(wanted, types);
    }

    /** The same for a definition. */
    String definition(String wanted) {
        return free(wanted, definitions);
    }

    private static String free(String wanted, Set<String> taken) {
        String name = wanted;
        while (!taken.add(name)) {
            name += "_";
        }
        return name;
    }
}
