package dev.baton.checker.tla;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * TLC in this JVM. TLC keeps its state in statics: before each run they are put back to what they were when TLC's
 * classes had just been loaded, or TLC is loaded anew. Loaded anew it takes ten times as long, since nothing of it is
 * compiled then.
 *
 * <p>Where TLC would end the JVM (it can't read back what it wrote, for one), a TLC that had run before is not believed
 * and the run is made again with TLC loaded anew.
 */
final class WarmTlc {
    private static final AtomicInteger EXITS = new AtomicInteger();

    private final Path jar;
    /** What TLC needs, as far as earlier runs have shown. */
    private final Set<String> needed = new LinkedHashSet<>();

    private Optional<Warm> warm = Optional.empty();

    WarmTlc(Path jar) {
        this.jar = jar;
    }

    record Output(int code, String text) {}

    private record Warm(TlcLoader loader, Statics statics) {}

    /** How often a TLC that had run before wanted to end the JVM. */
    static int exits() {
        return EXITS.get();
    }

    /** @param anew whether to trust nothing that was loaded before */
    Output run(List<String> arguments, boolean anew) {
        return captured(text -> {
            String[] words = arguments.toArray(String[]::new);
            if (anew || needed.isEmpty()) {
                return fresh(words);
            }
            Warm ready = warm.isPresent() ? warm.get() : load();
            warm = Optional.empty();
            ready.statics.restore();
            int code = ready.loader.run(words);
            if (ready.loader.exit() != ExitTrap.NEVER) {
                EXITS.incrementAndGet();
                text.reset();
                return fresh(words);
            }
            Set<String> late = ready.loader.loaded();
            // what was loaded while TLC ran can't be put back
            warm = late.isEmpty() ? Optional.of(ready) : Optional.empty();
            needed.addAll(late);
            return code;
        });
    }

    private int fresh(String... arguments) throws ReflectiveOperationException, IOException {
        try (TlcLoader fresh = new TlcLoader(jar)) {
            int code = fresh.run(arguments);
            needed.addAll(fresh.loaded());
            return code;
        }
    }

    private Warm load() throws ReflectiveOperationException, IOException {
        TlcLoader loader = new TlcLoader(jar);
        List<Class<?>> classes = new ArrayList<>();
        for (String name : needed) {
            classes.add(Class.forName(name, true, loader));
        }
        needed.addAll(loader.loaded());
        return new Warm(loader, Statics.of(loader, classes));
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
