package dev.baton.checker.tla;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * TLC in this JVM. TLC keeps its state in statics: before each run they are put back to what they were when TLC's
 * classes had just been loaded, or TLC is loaded anew. Loaded anew it takes ten times as long, since nothing of it is
 * compiled then.
 */
final class WarmTlc {
    private final Path jar;
    /** What TLC needs, as far as earlier runs have shown. */
    private final Set<String> needed = new LinkedHashSet<>();

    private Optional<Warm> warm = Optional.empty();

    WarmTlc(Path jar) {
        this.jar = jar;
    }

    record Output(int code, String text) {}

    private record Warm(Loader loader, Statics statics) {}

    /** @param anew whether to trust nothing that was loaded before */
    Output run(List<String> arguments, boolean anew) {
        return captured(text -> {
            if (anew || needed.isEmpty()) {
                try (Loader fresh = new Loader()) {
                    return run(fresh, arguments);
                }
            }
            Warm ready = warm.isPresent() ? warm.get() : load();
            ready.statics.restore();
            ready.loader.late.clear();
            int code = run(ready.loader, arguments);
            // what was loaded while TLC ran can't be put back
            warm = ready.loader.late.isEmpty() ? Optional.of(ready) : Optional.empty();
            return code;
        });
    }

    private Warm load() throws ReflectiveOperationException, IOException {
        Loader loader = new Loader();
        List<Class<?>> classes = new ArrayList<>();
        for (String name : List.copyOf(needed)) {
            classes.add(Class.forName(name, true, loader));
        }
        return new Warm(loader, Statics.of(loader, classes));
    }

    private final class Loader extends URLClassLoader {
        private final Set<String> late = new LinkedHashSet<>();

        Loader() throws MalformedURLException {
            super(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            Class<?> found = super.findClass(name);
            needed.add(name);
            late.add(name);
            return found;
        }
    }

    /** A run that prints to {@link System#out}. */
    private interface Printing {
        int run(ByteArrayOutputStream text) throws ReflectiveOperationException, IOException;
    }

    private static Output captured(Printing printing) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        try (PrintStream captured = new PrintStream(text, false, StandardCharsets.UTF_8)) {
            System.setOut(captured);
            System.setErr(captured);
            int code = printing.run(text);
            captured.flush();
            return new Output(code, text.toString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("TLC can't be run: " + text.toString(StandardCharsets.UTF_8), e);
        } finally {
            System.setOut(out);
            System.setErr(err);
            Thread.currentThread().setContextClassLoader(context);
            forgetBeans();
        }
    }

    private static int run(ClassLoader loader, List<String> arguments) throws ReflectiveOperationException {
        Thread.currentThread().setContextClassLoader(loader);
        Class<?> io = loader.loadClass("util.ToolIO");
        io.getField("out").set(null, System.out);
        io.getField("err").set(null, System.err);
        Class<?> type = loader.loadClass("tlc2.TLC");
        Object tlc = type.getConstructor().newInstance();
        Object accepted = type.getMethod("handleParameters", String[].class)
                .invoke(tlc, (Object) arguments.toArray(String[]::new));
        if (!Boolean.TRUE.equals(accepted)) {
            return 1;
        }
        Object code = type.getMethod("process").invoke(tlc);
        return (Integer) loader.loadClass("tlc2.output.EC$ExitStatus")
                .getMethod("errorConstantToExitStatus", int.class)
                .invoke(null, code);
    }

    /** The management beans of the run, which would stand in the way of the next one's. */
    private static void forgetBeans() {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            Set<ObjectName> names = server.queryNames(new ObjectName("tlc2*:*"), null);
            for (ObjectName name : names) {
                server.unregisterMBean(name);
            }
        } catch (JMException e) {
            throw new IllegalStateException("TLC's beans can't be removed", e);
        }
    }
}
