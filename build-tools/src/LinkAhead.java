import java.io.IOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Does to the classes that Baton ships what the JVM would otherwise do at every start, since its start-up cache cannot
 * hold the outcome:
 *
 * <ul>
 *   <li>A {@code switch} over the classes of a sealed type asks {@code SwitchBootstraps} for a hidden class when it is
 *       first met. Here it becomes a call of a method that asks {@code instanceof}, case by case: the same decision.
 *   <li>Classes in the format of before Java 6 are left out of the cache. Here they are written again in today's.
 * </ul>
 *
 * <p>Arguments: a folder of classes, and a folder of jars, of which Baton's own and picocli's are meant. They are
 * changed in place; what was changed already stays as it is.
 */
final class LinkAhead {
    /** Of Java 6: the first classes with types for the verifier. */
    private static final int FIRST_TYPED = 50;

    private static final ClassDesc SWITCHES = ClassDesc.of("java.lang.runtime.SwitchBootstraps");

    private final ClassFile classFile;

    private LinkAhead(ClassFile classFile) {
        this.classFile = classFile;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        List<Path> jars = jars(Path.of(arguments[1]), ".*");
        List<URL> urls = new ArrayList<>(List.of(folder.toUri().toURL()));
        for (Path jar : jars) {
            urls.add(jar.toUri().toURL());
        }
        try (URLClassLoader classes = new URLClassLoader(urls.toArray(URL[]::new))) {
            LinkAhead run = new LinkAhead(ClassFile.of(
                    ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(classes)
                            .orElse(ClassHierarchyResolver.defaultResolver())
                            .cached())));
            run.rewriteAll(folder);
            // those of which each start reads classes
            for (Path jar : jars(Path.of(arguments[1]), "(baton|picocli)-.*")) {
                run.rewriteJar(jar);
            }
        }
    }

    private static List<Path> jars(Path folder, String name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(name + "\\.jar"))
                    .sorted()
                    .toList();
        }
    }

    /** Rewrites a copy, which then takes the jar's place: there is never half a jar. */
    private void rewriteJar(Path jar) throws IOException {
        Path copy = jar.resolveSibling(jar.getFileName() + ".part");
        Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
        boolean changed;
        try (FileSystem files =
                FileSystems.newFileSystem(URI.create("jar:" + copy.toUri()), Map.of("compressionMethod", "STORED"))) {
            changed = rewriteAll(files.getPath("/"));
        }
        if (changed) {
            Files.move(copy, jar, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.delete(copy);
        }
    }

    private boolean rewriteAll(Path root) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(root)) {
            files = walk.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.endsWith("module-info.class"))
                    .toList();
        }
        boolean changed = false;
        for (Path file : files) {
            Optional<byte[]> rewritten = rewritten(classFile.parse(Files.readAllBytes(file)));
            if (rewritten.isPresent()) {
                Files.write(file, rewritten.orElseThrow());
                changed = true;
            }
        }
        return changed;
    }

    private Optional<byte[]> rewritten(ClassModel model) {
        boolean old = model.majorVersion() < FIRST_TYPED;
        Map<DirectSwitch, String> found = new LinkedHashMap<>();
        CodeTransform calls = (CodeBuilder code, CodeElement element) -> {
            Optional<DirectSwitch> direct =
                    element instanceof InvokeDynamicInstruction indy ? DirectSwitch.of(indy) : Optional.empty();
            if (direct.isPresent()) {
                String name = found.computeIfAbsent(direct.orElseThrow(), _ -> "typeSwitch$" + found.size());
                code.invokestatic(
                        model.thisClass().asSymbol(),
                        name,
                        direct.orElseThrow().type(),
                        model.flags().has(AccessFlag.INTERFACE));
            } else {
                code.with(element);
            }
        };
        ClassTransform version = (ClassBuilder builder, ClassElement element) -> {
            if (old && element instanceof ClassFileVersion) {
                builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
            } else {
                builder.with(element);
            }
        };
        if (!old && model.methods().stream().noneMatch(LinkAhead::switches)) {
            return Optional.empty();
        }
        byte[] bytes = classFile.transformClass(
                model,
                version.andThen(ClassTransform.transformingMethodBodies(calls))
                        .andThen(ClassTransform.endHandler(
                                builder -> found.forEach((direct, name) -> builder.withMethodBody(
                                        name,
                                        direct.type(),
                                        ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                                        direct::write)))));
        return Optional.of(bytes);
    }

    private static boolean switches(MethodModel method) {
        return method.code().stream()
                .flatMap(code -> code.elementStream())
                .anyMatch(e -> e instanceof InvokeDynamicInstruction indy
                        && DirectSwitch.of(indy).isPresent());
    }

    /**
     * A switch over classes alone.
     *
     * @param type of the call: the value, and the case to begin with
     */
    private record DirectSwitch(MethodTypeDesc type, List<ClassDesc> cases) {
        static Optional<DirectSwitch> of(InvokeDynamicInstruction indy) {
            DirectMethodHandleDesc bootstrap = indy.bootstrapMethod();
            List<ConstantDesc> labels = indy.bootstrapArgs();
            if (!bootstrap.owner().equals(SWITCHES)
                    || !bootstrap.methodName().equals("typeSwitch")
                    || !labels.stream().allMatch(ClassDesc.class::isInstance)) {
                return Optional.empty();
            }
            return Optional.of(new DirectSwitch(
                    indy.typeSymbol(),
                    labels.stream().map(ClassDesc.class::cast).toList()));
        }

        /**
         * As {@code SwitchBootstraps.typeSwitch} tells: -1 for null, the first case that fits, or how many there are.
         */
        void write(CodeBuilder code) {
            Label some = code.newLabel();
            code.aload(0).ifnonnull(some).iconst_m1().ireturn().labelBinding(some);
            for (int i = 0; i < cases.size(); i++) {
                Label next = code.newLabel();
                if (i > 0) {
                    // Where the switch goes on after a `when` that was false.
                    code.iload(1).loadConstant(i).if_icmpgt(next);
                } else {
                    code.iload(1).ifgt(next);
                }
                code.aload(0).instanceOf(cases.get(i)).ifeq(next);
                code.loadConstant(i).ireturn().labelBinding(next);
            }
            code.loadConstant(cases.size()).ireturn();
        }
    }
}
