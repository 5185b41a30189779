package dev.baton.dsl.elaborate;

import dev.baton.model.source.Code;
import dev.baton.model.source.Span;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import java.math.BigInteger;
import java.util.Optional;

/** Whether the values of a type can be gone through, one by one. */
final class CheckDomains {
    private final Problems problems;

    CheckDomains(Problems problems) {
        this.problems = problems;
    }

    /** Whether the values of a type can be gone through; says so if not. */
    boolean enumerable(Type type, Span at) {
        if (!Kinds.known(type)) {
            return false;
        }
        Optional<Type> endless = Kinds.parts(type).stream()
                .filter(t -> t instanceof Type.Seq || t instanceof Type.MapOf)
                .findFirst();
        if (endless.isPresent()) {
            problems.help(
                    Code.B0302,
                    at,
                    "the values of sequences and maps are not gone through; take the set of those you mean",
                    "all",
                    type.toString());
            return false;
        }
        return small(type, "`" + type + "`", at);
    }

    /** Whether a type has no more values than can be looked at; says so if not. */
    boolean small(Type type, String what, Span at) {
        BigInteger size = Domain.size(type);
        if (size.compareTo(BigInteger.valueOf(Domain.LARGEST)) > 0) {
            String number = size.bitLength() > 62 ? "very many" : size.toString();
            problems.help(
                    Code.B0407,
                    at,
                    "a smaller range shows the same mistakes",
                    what,
                    number,
                    Integer.toString(Domain.LARGEST));
            return false;
        }
        return true;
    }
}
