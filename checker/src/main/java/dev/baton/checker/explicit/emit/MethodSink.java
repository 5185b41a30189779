package dev.baton.checker.explicit.emit;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.function.Consumer;

/** Takes the private static methods of the class being written. */
final class MethodSink {
    private final ClassBuilder out;
    private final ClassDesc self;
    private int count;

    MethodSink(ClassBuilder out, ClassDesc self) {
        this.out = out;
        this.self = self;
    }

    /** Writes a method under a name of its own. */
    String add(String prefix, MethodTypeDesc type, Consumer<CodeBuilder> body) {
        String name = prefix + "_" + count++;
        out.withMethodBody(name, type, ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC, body);
        return name;
    }

    void call(CodeBuilder code, String method, MethodTypeDesc type) {
        code.invokestatic(self, method, type);
    }
}
