package dev.baton.codegen.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.dsl.Frontend;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.source.SourceFile;
import dev.baton.runtime.Kernel;
import dev.baton.runtime.Machine;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is declared is called otherwise than what generated classes inherit. */
final class ProtocolNamesTest {
    private final ProtocolNames names = new ProtocolNames(protocol(), "g");

    private static Protocol protocol() {
        String text = """
            protocol Names
            kernel K {
              task go { skip }
            }
            """;
        return Frontend.protocol(
                        Frontend.load(Path.of("names.baton"), new SourceFile("names.baton", text))
                                .result()
                                .orElseThrow(),
                        Map.of())
                .result()
                .orElseThrow();
    }

    @Test
    void membersOfTheRuntimesMachineAreTaken() {
        assertThat(names.takenOnMachine()).containsAll(inherited(Machine.class));
    }

    @Test
    void membersOfTheRuntimesKernelAreTaken() {
        assertThat(names.takenOnActor("K")).containsAll(inherited(Kernel.class));
    }

    /** Names of fields and methods that a subclass elsewhere sees. */
    private static Set<String> inherited(Class<?> type) {
        Set<String> all = new TreeSet<>();
        for (Class<?> c = type; c != Object.class; c = c.getSuperclass()) {
            Stream.<Member>concat(Arrays.stream(c.getDeclaredMethods()), Arrays.stream(c.getDeclaredFields()))
                    .filter(m -> Modifier.isPublic(m.getModifiers()) || Modifier.isProtected(m.getModifiers()))
                    .filter(m -> !m.isSynthetic())
                    .forEach(m -> all.add(m.getName()));
        }
        assertThat(all).isNotEmpty();
        return all;
    }
}
