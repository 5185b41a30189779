package dev.baton.checker.explicit.emit;

import dev.baton.checker.explicit.ir.Node;
import dev.baton.checker.explicit.ir.Opcode;
import dev.baton.checker.explicit.program.Symmetry;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the methods that compare and exchange members of symmetric types. */
final class ExchangeMethods {
    private static final MethodTypeDesc COMPARE =
            MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_long.arrayType(), ConstantDescs.CD_int);
    private static final MethodTypeDesc EXCHANGE = COMPARE.changeReturnType(ConstantDescs.CD_void);

    private final ClassBuilder out;
    private final MethodSink sink;

    ExchangeMethods(ClassBuilder out, MethodSink sink) {
        this.out = out;
        this.sink = sink;
    }

    void write(List<Symmetry> symmetries) {
        List<Symmetry.Exchange> exchanges =
                symmetries.stream().flatMap(s -> s.exchanges().stream()).toList();
        if (!exchanges.isEmpty()) {
            dispatch("compare", COMPARE, exchanges.stream().map(this::compare).toList());
            dispatch(
                    "exchange", EXCHANGE, exchanges.stream().map(this::exchange).toList());
        }
    }

    /** A method that calls that of the number which is its first argument. */
    private void dispatch(String name, MethodTypeDesc type, List<String> methods) {
        MethodTypeDesc numbered = type.insertParameterTypes(0, ConstantDescs.CD_int);
        out.withMethodBody(name, numbered, ClassFile.ACC_PUBLIC, code -> {
            Label none = code.newLabel();
            List<SwitchCase> cases = new ArrayList<>();
            for (int i = 0; i < methods.size(); i++) {
                cases.add(SwitchCase.of(i, code.newLabel()));
            }
            code.iload(1).tableswitch(0, methods.size() - 1, none, cases);
            for (int i = 0; i < methods.size(); i++) {
                code.labelBinding(cases.get(i).target()).aload(2).iload(3);
                sink.call(code, methods.get(i), type);
                end(code, type);
            }
            code.labelBinding(none);
            if (type.equals(COMPARE)) {
                code.iconst_0();
            }
            end(code, type);
        });
    }

    private static void end(CodeBuilder code, MethodTypeDesc type) {
        if (type.equals(COMPARE)) {
            code.ireturn();
        } else {
            code.return_();
        }
    }

    private String compare(Symmetry.Exchange exchange) {
        return sink.add("compare", COMPARE, code -> {
            TermWriter terms = terms(code, List.of(exchange.falling(), exchange.alike()));
            Label notFalling = code.newLabel();
            terms.enter();
            terms.jumpIfFalse(exchange.falling(), notFalling);
            code.iconst_1().ireturn().labelBinding(notFalling);
            terms.leave();
            Label rising = code.newLabel();
            terms.enter();
            terms.jumpIfFalse(exchange.alike(), rising);
            code.iconst_0().ireturn().labelBinding(rising).iconst_m1().ireturn();
            terms.leave();
        });
    }

    private String exchange(Symmetry.Exchange exchange) {
        return sink.add("exchange", EXCHANGE, code -> {
            TermWriter terms = terms(code, exchange.words());
            terms.enter();
            for (int i = 0; i < exchange.words().size(); i++) {
                Node word = exchange.words().get(i);
                if (word.opcode() == Opcode.WORD && word.immediate(0) == i) {
                    continue;
                }
                code.aload(0).iload(1).loadConstant(i).iadd();
                terms.value(word);
                code.lastore();
            }
            terms.leave();
            code.return_();
        });
    }

    private static TermWriter terms(CodeBuilder code, List<Node> roots) {
        Map<Integer, Integer> locals = new HashMap<>();
        int free = COMPARE.parameterCount();
        for (int word : KeptTerms.words(roots)) {
            code.aload(0).iload(1).loadConstant(word).iadd().laload().lstore(free);
            locals.put(word, free);
            free += 2;
        }
        return new TermWriter(code, locals, roots, free);
    }
}
