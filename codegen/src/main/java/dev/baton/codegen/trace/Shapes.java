package dev.baton.codegen.trace;

import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** What two designs of the same thing must have in common, so that commands mean the same in both. */
final class Shapes {
    private Shapes() {}

    /** What has the same name in both and isn't the same; in words, the protocol's own first. */
    static Optional<String> difference(Protocol protocol, Protocol bad) {
        for (Actor a : protocol.actors()) {
            for (Actor b : bad.actors()) {
                if (a.name().equals(b.name()) && a.index().size() != b.index().size()) {
                    return Optional.of("there are " + a.index().size() + " of `" + a.name() + "` in the code, but "
                            + b.index().size() + " in the counterexample");
                }
            }
        }
        for (Protocol.Memory a : protocol.variables()) {
            for (Protocol.Memory b : bad.variables()) {
                if (a.variable().name().equals(b.variable().name())
                        && differ(a.variable().type(), b.variable().type())) {
                    return Optional.of("the shared variable `" + a.variable().name()
                            + "` has other values in the code than in the counterexample");
                }
            }
        }
        for (Protocol.Channel a : protocol.channels()) {
            for (Protocol.Channel b : bad.channels()) {
                if (a.name().equals(b.name()) && differ(a.element(), b.element())) {
                    return Optional.of("the channel `" + a.name()
                            + "` carries other messages in the code than in the counterexample");
                }
            }
        }
        return Optional.empty();
    }

    /** Maps differ if keys or values do; anything else by how many values there are. */
    private static boolean differ(Type a, Type b) {
        if (a instanceof Type.MapOf x && b instanceof Type.MapOf y) {
            return differ(x.key(), y.key()) || differ(x.value(), y.value());
        }
        BigInteger size = Domain.size(a);
        return a instanceof Type.MapOf || b instanceof Type.MapOf || !size.equals(Domain.size(b));
    }

    /** The protocol, but with the bad design's budgets of faults that both have. */
    static Protocol withFaultsOf(Protocol protocol, Protocol bad) {
        List<Protocol.Fault> faults = protocol.faults().stream()
                .map(f -> bad.faults().stream()
                        .filter(o -> o.kind() == f.kind() && o.target().equals(f.target()))
                        .findFirst()
                        .map(o -> new Protocol.Fault(f.kind(), f.target(), o.budget(), o.budgetText(), f.span()))
                        .orElse(f))
                .toList();
        return new Protocol(
                protocol.name(),
                protocol.doc(),
                protocol.source(),
                protocol.parameters(),
                protocol.types(),
                protocol.texts(),
                protocol.definitions(),
                protocol.variables(),
                protocol.resources(),
                protocol.channels(),
                protocol.ipis(),
                protocol.actors(),
                faults,
                protocol.properties(),
                protocol.untils(),
                protocol.terminals());
    }
}
