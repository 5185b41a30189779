package dev.baton.checker.explicit.emit;

import dev.baton.checker.explicit.ir.Node;
import dev.baton.checker.explicit.ir.TooLargeException;
import dev.baton.checker.explicit.search.Probes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;

/** Writes questions about states and steps as a class of its own, and loads it. */
public final class ProbeEmitter {
    private static final ClassDesc SELF = ClassDesc.of(ProbeEmitter.class.getPackageName(), "CompiledProbes");
    private static final ClassDesc INTERFACE = ClassDesc.of(Probes.class.getName());
    private static final MethodTypeDesc COUNT = MethodTypeDesc.of(ConstantDescs.CD_int);

    private final ClassBuilder out;
    private final MethodSink sink;
    private final TruthMethods truths;

    private ProbeEmitter(int words, ClassBuilder out) {
        this.out = out;
        this.sink = new MethodSink(out, SELF);
        this.truths = new TruthMethods(sink, words);
    }

    /**
     * The class file. Throws {@code TooLargeException} for what does not fit in methods of the JVM.
     *
     * @param words longs a state
     * @param ofStates of each probe the alternatives: predicates all of which must hold
     */
    public static byte[] bytes(int words, List<List<List<Node>>> ofStates, List<Node> ofSteps) {
        try {
            return ClassFile.of().build(SELF, out -> new ProbeEmitter(words, out).write(ofStates, ofSteps));
        } catch (IllegalArgumentException e) {
            throw new TooLargeException("what it uses can't be asked in methods of the JVM (" + e.getMessage() + ")");
        }
    }

    public static Probes load(byte[] bytes) {
        try {
            return (Probes) MethodHandles.lookup()
                    .defineHiddenClass(bytes, true)
                    .lookupClass()
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the generated class does not load", e);
        }
    }

    private void write(List<List<List<Node>>> ofStates, List<Node> ofSteps) {
        out.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL).withInterfaceSymbols(INTERFACE);
        out.withMethodBody(
                "<init>",
                ConstantDescs.MTD_void,
                ClassFile.ACC_PUBLIC,
                code -> code.aload(0)
                        .invokespecial(ConstantDescs.CD_Object, "<init>", ConstantDescs.MTD_void)
                        .return_());
        count("ofStates", ofStates.size());
        count("ofSteps", ofSteps.size());
        List<String> states = ofStates.stream().map(this::any).toList();
        List<String> steps = ofSteps.stream()
                .map(p -> truths.add("step", p, SystemEmitter.STEP_TRUTH))
                .toList();
        choice("ofState", states, SystemEmitter.STATE_TRUTH);
        choice("ofStep", steps, SystemEmitter.STEP_TRUTH);
    }

    private void count(String name, int count) {
        out.withMethodBody(
                name,
                COUNT,
                ClassFile.ACC_PUBLIC,
                code -> code.loadConstant(count).ireturn());
    }

    /** A method for each alternative, so that each is compiled by itself, and one that asks them in turn. */
    private String any(List<List<Node>> alternatives) {
        List<String> each = alternatives.stream()
                .map(all -> truths.add("state", all, SystemEmitter.STATE_TRUTH))
                .toList();
        return sink.add("probe", SystemEmitter.STATE_TRUTH, code -> {
            Label yes = code.newLabel();
            for (String method : each) {
                code.aload(0).iload(1);
                sink.call(code, method, SystemEmitter.STATE_TRUTH);
                code.ifne(yes);
            }
            code.iconst_0().ireturn().labelBinding(yes).iconst_1().ireturn();
        });
    }

    /** The method of the interface that asks the probe of a number. */
    private void choice(String name, List<String> methods, MethodTypeDesc type) {
        MethodTypeDesc numbered = type.insertParameterTypes(0, ConstantDescs.CD_int);
        out.withMethodBody(name, numbered, ClassFile.ACC_PUBLIC, code -> {
            Label none = code.newLabel();
            List<SwitchCase> cases = new ArrayList<>();
            for (int i = 0; i < methods.size(); i++) {
                cases.add(SwitchCase.of(i, code.newLabel()));
            }
            if (!cases.isEmpty()) {
                code.iload(1).tableswitch(0, cases.size() - 1, none, cases);
            }
            for (SwitchCase each : cases) {
                code.labelBinding(each.target());
                arguments(code, type);
                sink.call(code, methods.get(each.caseValue()), type);
                code.ireturn();
            }
            code.labelBinding(none).iconst_0().ireturn();
        });
    }

    private static void arguments(CodeBuilder code, MethodTypeDesc type) {
        code.aload(2).iload(3);
        if (type.equals(SystemEmitter.STEP_TRUTH)) {
            code.aload(4).iload(5);
        }
    }
}
