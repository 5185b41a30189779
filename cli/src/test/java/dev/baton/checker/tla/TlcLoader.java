package dev.baton.checker.tla;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Loads TLC so that it can't end the JVM: {@link System#exit} becomes {@link ExitTrap#exit}. */
final class TlcLoader extends URLClassLoader {
    private final ClassFile format = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(
            ClassHierarchyResolver.ofResourceParsing(this).orElse(ClassHierarchyResolver.defaultResolver())));
    private final Set<String> loaded = new LinkedHashSet<>();

    TlcLoader(Path jar) throws MalformedURLException {
        super(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    }

    /** The names of all classes loaded since the last call. */
    synchronized Set<String> loaded() {
        Set<String> names = Set.copyOf(loaded);
        loaded.clear();
        return names;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = bytes(name);
        synchronized (this) {
            loaded.add(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    private byte[] bytes(String name) throws ClassNotFoundException {
        String path = name.replace('.', '/') + ".class";
        boolean trap = name.startsWith(ExitTrap.class.getName());
        try (InputStream in =
                trap ? ExitTrap.class.getClassLoader().getResourceAsStream(path) : getResourceAsStream(path)) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            return trap ? bytes : trapped(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] trapped(byte[] bytes) {
        ClassModel model = format.parse(bytes);
        boolean exits = StreamSupport.stream(model.constantPool().spliterator(), false)
                .anyMatch(e -> e instanceof MemberRefEntry member && isExit(member));
        return exits ? format.transformClass(model, ClassTransform.transformingMethodBodies(trap())) : bytes;
    }

    private static CodeTransform trap() {
        ClassDesc trap = ClassDesc.of(ExitTrap.class.getName());
        return (code, element) -> {
            if (element instanceof InvokeInstruction call
                    && call.opcode() == Opcode.INVOKESTATIC
                    && isExit(call.method())) {
                code.invokestatic(trap, "exit", call.typeSymbol());
            } else {
                code.with(element);
            }
        };
    }

    private static boolean isExit(MemberRefEntry member) {
        return member.owner().asInternalName().equals("java/lang/System")
                && member.name().equalsString("exit");
    }

    /** What TLC wanted to end the JVM with since the last run began, or {@link ExitTrap#NEVER}. */
    int exit() throws ReflectiveOperationException {
        return (Integer) loadClass(ExitTrap.class.getName()).getMethod("code").invoke(null);
    }

    /** Runs TLC's main class with these arguments: its exit code. */
    int run(String... arguments) throws ReflectiveOperationException {
        Thread.currentThread().setContextClassLoader(this);
        loadClass(ExitTrap.class.getName()).getMethod("reset").invoke(null);
        Class<?> io = loadClass("util.ToolIO");
        io.getField("out").set(null, System.out);
        io.getField("err").set(null, System.err);
        Class<?> type = loadClass("tlc2.TLC");
        Object tlc = type.getConstructor().newInstance();
        try {
            Object accepted = type.getMethod("handleParameters", String[].class).invoke(tlc, (Object) arguments);
            if (!Boolean.TRUE.equals(accepted)) {
                return 1;
            }
            Object code = type.getMethod("process").invoke(tlc);
            return (Integer) loadClass("tlc2.output.EC$ExitStatus")
                    .getMethod("errorConstantToExitStatus", int.class)
                    .invoke(null, code);
        } catch (InvocationTargetException e) {
            int exit = exit();
            if (exit == ExitTrap.NEVER) {
                throw e;
            }
            return exit;
        }
    }
}
