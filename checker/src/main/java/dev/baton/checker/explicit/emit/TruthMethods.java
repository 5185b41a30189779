package dev.baton.checker.explicit.emit;

import dev.baton.checker.explicit.ir.Node;
import java.lang.classfile.Label;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Methods that say whether a predicate holds of a state, or of a step.
 *
 * @param words longs a state: from there on, words are of the state after
 */
record TruthMethods(MethodSink sink, int words) {

    /** Writes a method of this type, and gives its name. */
    String add(String prefix, Node predicate, MethodTypeDesc type) {
        return add(prefix, List.of(predicate), type);
    }

    /** The same for predicates all of which must hold. */
    String add(String prefix, List<Node> predicates, MethodTypeDesc type) {
        return sink.add(prefix, type, code -> {
            Map<Integer, Integer> locals = new HashMap<>();
            int free = type.parameterCount();
            for (int word : KeptTerms.words(predicates)) {
                boolean after = word >= words;
                code.aload(after ? 2 : 0)
                        .iload(after ? 3 : 1)
                        .loadConstant(after ? word - words : word)
                        .iadd()
                        .laload()
                        .lstore(free);
                locals.put(word, free);
                free += 2;
            }
            TermWriter terms = new TermWriter(code, locals, predicates, free);
            Label no = code.newLabel();
            predicates.forEach(predicate -> terms.jumpIfFalse(predicate, no));
            code.iconst_1().ireturn().labelBinding(no).iconst_0().ireturn();
        });
    }
}
