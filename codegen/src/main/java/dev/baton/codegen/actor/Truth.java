package dev.baton.codegen.actor;

import com.palantir.javapoet.CodeBlock;
import dev.baton.codegen.expr.Term;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.protocol.Pattern;
import dev.baton.model.protocol.Source;
import dev.baton.model.protocol.Stmt;
import dev.baton.model.type.Type;
import java.util.List;
import java.util.Optional;

/**
 * A test whose value is the answer, or the opposite of it.
 *
 * @param wanted the value with which it holds
 */
record Truth(Source source, boolean wanted, Unit unit) {

    /** Empty if the test takes its value apart by a pattern. */
    static Optional<Truth> of(Stmt.Test test, Unit unit) {
        if (test.pattern().isEmpty()) {
            return Optional.of(new Truth(test.source(), true, unit));
        }
        return test.pattern().get() instanceof Pattern.Constant c
                        && test.source().type() instanceof Type.Bool
                ? Optional.of(new Truth(test.source(), c.value().asBool(), unit))
                : Optional.empty();
    }

    CodeBlock holds() {
        return is(wanted);
    }

    CodeBlock fails() {
        return is(!wanted);
    }

    private CodeBlock is(boolean value) {
        if (source instanceof Source.Pure p) {
            return value ? unit.of(p.value()).code() : negated(p.value(), unit);
        }
        Term answer = new Storage(unit).value(source);
        return value ? answer.code() : answer.not().code();
    }

    /** The opposite of an expression, in as few words as it takes. */
    static CodeBlock negated(Expr e, Unit unit) {
        return unit.of(new Expr.Apply(Op.NOT, List.of(e), Type.BOOL, e.span())).code();
    }
}
