package dev.baton.checker.explicit.emit;

import dev.baton.checker.explicit.ir.Node;
import dev.baton.checker.explicit.ir.TooLargeException;
import dev.baton.checker.explicit.program.Program;
import dev.baton.checker.explicit.search.CompiledSystem;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Writes a program as a class and loads it. */
public final class SystemEmitter {
    static final MethodTypeDesc SUCCESSORS = MethodTypeDesc.of(
            ConstantDescs.CD_int,
            ConstantDescs.CD_long.arrayType(),
            ConstantDescs.CD_int,
            ConstantDescs.CD_long.arrayType(),
            ConstantDescs.CD_int.arrayType(),
            ConstantDescs.CD_int);
    static final MethodTypeDesc STATE_TRUTH =
            MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_long.arrayType(), ConstantDescs.CD_int);
    private static final MethodTypeDesc STATE_BITS =
            MethodTypeDesc.of(ConstantDescs.CD_long, ConstantDescs.CD_long.arrayType(), ConstantDescs.CD_int);
    static final MethodTypeDesc STEP_TRUTH = MethodTypeDesc.of(
            ConstantDescs.CD_boolean,
            ConstantDescs.CD_long.arrayType(),
            ConstantDescs.CD_int,
            ConstantDescs.CD_long.arrayType(),
            ConstantDescs.CD_int);
    private static final MethodTypeDesc STEP_BITS = STEP_TRUTH.changeReturnType(ConstantDescs.CD_long);

    private static final ClassDesc SELF = ClassDesc.of(SystemEmitter.class.getPackageName(), "CompiledProtocol");
    private static final ClassDesc PARENT = ClassDesc.of(GeneratedSystem.class.getName());
    private static final ClassDesc PROGRAM = ClassDesc.of(Program.class.getName());

    private final Program program;
    private final ClassBuilder out;
    private final MethodSink sink;
    private final TruthMethods truths;

    private SystemEmitter(Program program, ClassBuilder out) {
        this.program = program;
        this.out = out;
        this.sink = new MethodSink(out, SELF);
        this.truths = new TruthMethods(sink, program.words());
    }

    /** Throws {@code TooLargeException} for what does not fit in methods of the JVM. */
    public static CompiledSystem load(Program program) {
        byte[] bytes = bytes(program);
        try {
            return (CompiledSystem) MethodHandles.lookup()
                    .defineHiddenClass(bytes, true)
                    .lookupClass()
                    .getDeclaredConstructor(Program.class)
                    .newInstance(program);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the generated class does not load", e);
        }
    }

    /**
     * A name for what a program does: two of one name search alike, bit for bit. SHA-256 of the code and of the first
     * state, in hexadecimal.
     */
    public static String digest(Program program) {
        return digest(bytes(program), program.initial().toString());
    }

    /** A name for code and what belongs to it. */
    public static String digest(byte[] code, String more) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(code);
            digest.update(more.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The class file. */
    static byte[] bytes(Program program) {
        try {
            return ClassFile.of().build(SELF, out -> new SystemEmitter(program, out).write());
        } catch (IllegalArgumentException e) {
            throw new TooLargeException(
                    "a step or a property needs more code than a method can have (" + e.getMessage() + ")");
        }
    }

    private void write() {
        out.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL).withSuperclass(PARENT);
        MethodTypeDesc constructor = MethodTypeDesc.of(ConstantDescs.CD_void, PROGRAM);
        out.withMethodBody(
                "<init>",
                constructor,
                ClassFile.ACC_PUBLIC,
                code -> code.aload(0)
                        .aload(1)
                        .invokespecial(PARENT, "<init>", constructor)
                        .return_());
        SuccessorMethods methods = new SuccessorMethods(sink, program.words());
        String successors = methods.method(GuardTree.of(program.instances()));
        out.withMethodBody("successors", SUCCESSORS, ClassFile.ACC_PUBLIC, code -> {
            code.aload(1).iload(2).aload(3).aload(4).iload(5);
            sink.call(code, successors, SUCCESSORS);
            code.ireturn();
        });
        List<String> fewer = new PersistentMethods(sink, methods).write(program.persistent());
        if (!fewer.isEmpty()) {
            String all = sink.add("fewer", SUCCESSORS, code -> PersistentMethods.body(code, sink, fewer));
            out.withMethodBody("fewerSuccessors", SUCCESSORS, ClassFile.ACC_PUBLIC, code -> {
                code.aload(1).iload(2).aload(3).aload(4).iload(5);
                sink.call(code, all, SUCCESSORS);
                code.ireturn();
            });
        }
        String mayStop = truths.add("mayStop", program.mayStop(), STATE_TRUTH);
        out.withMethodBody("mayStop", STATE_TRUTH, ClassFile.ACC_PUBLIC, code -> {
            code.aload(1).iload(2);
            sink.call(code, mayStop, STATE_TRUTH);
            code.ireturn();
        });
        bits("decided", program.state(), STATE_TRUTH, STATE_BITS);
        bits("refuted", program.step(), STEP_TRUTH, STEP_BITS);
        new ExchangeMethods(out, sink).write(program.symmetries());
    }

    /** A method that gives bit {@code i} for predicate {@code i}. */
    private void bits(String name, List<Node> predicates, MethodTypeDesc one, MethodTypeDesc all) {
        List<String> methods =
                predicates.stream().map(p -> truths.add(name, p, one)).toList();
        out.withMethodBody(name, all, ClassFile.ACC_PUBLIC, code -> {
            code.lconst_0();
            for (int i = 0; i < methods.size(); i++) {
                if (predicates.get(i).isFalse()) {
                    continue;
                }
                code.aload(1).iload(2);
                if (one.equals(STEP_TRUTH)) {
                    code.aload(3).iload(4);
                }
                sink.call(code, methods.get(i), one);
                code.i2l().loadConstant(i).lshl().lor();
            }
            code.lreturn();
        });
    }
}
