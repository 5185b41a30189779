package dev.baton.codegen.names;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The classes that generated code uses besides its own. */
public final class RuntimeNames {
    private static final String RUNTIME = "dev.baton.runtime";
    private static final String VALUE = RUNTIME + ".value";

    public static final ClassName CODE = ClassName.get(VALUE, "Code");
    public static final ClassName SETS = ClassName.get(VALUE, "Sets");
    public static final ClassName SEQUENCES = ClassName.get(VALUE, "Sequences");
    public static final ClassName TABLE = ClassName.get(VALUE, "Table");
    public static final ClassName CHECK = ClassName.get(VALUE, "Check");
    public static final ClassName LET = ClassName.get(VALUE, "Let");

    public static final ClassName ACTOR = ClassName.get(RUNTIME, "Actor");
    public static final ClassName ATOMICITY = ClassName.get(RUNTIME, "Atomicity");
    public static final ClassName CHANNEL = ClassName.get(RUNTIME, "Channel");
    public static final ClassName CODES = ClassName.get(RUNTIME, "Codes");
    public static final ClassName CORE = ClassName.get(RUNTIME, "Core");
    public static final ClassName DOORBELL = ClassName.get(RUNTIME, "Doorbell");
    public static final ClassName IDENTITY = ClassName.get(RUNTIME, "Identity");
    public static final ClassName KERNEL = ClassName.get(RUNTIME, "Kernel");
    public static final ClassName LIVES = ClassName.get(RUNTIME, "Lives");
    public static final ClassName MACHINE = ClassName.get(RUNTIME, "Machine");
    public static final ClassName ORDER = ClassName.get(RUNTIME, "Order");
    public static final ClassName OWNERS = ClassName.get(RUNTIME, "Owners");
    public static final ClassName POINT = ClassName.get(RUNTIME, "Point");
    public static final ClassName PROGRAM = ClassName.get(RUNTIME, "Program");
    public static final ClassName PROTOCOL_VIOLATION = ClassName.get(RUNTIME, "ProtocolViolation");
    public static final ClassName RAISED = ClassName.get(RUNTIME, "Raised");
    public static final ClassName SEAT = ClassName.get(RUNTIME, "Seat");
    public static final ClassName SHARED_MEMORY = ClassName.get(RUNTIME, "SharedMemory");
    public static final ClassName STRAND_END = ClassName.get(RUNTIME, "StrandEnd");
    public static final ClassName VARIABLES = ClassName.get(RUNTIME, "Variables");
    public static final ClassName WORDS = ClassName.get(RUNTIME, "Words");

    /** Names of JDK classes that generated code imports, and of the enum that each actor's class holds. */
    private static final List<String> OTHERS =
            List.of("Arrays", "IntStream", "List", "Map", "Optional", "Set", "Stream", "Collectors", "At");

    private RuntimeNames() {}

    /** Simple names that no generated class may have. */
    static Set<String> taken() {
        return Stream.concat(
                        OTHERS.stream(),
                        Stream.of(
                                        CODE,
                                        SETS,
                                        SEQUENCES,
                                        TABLE,
                                        CHECK,
                                        LET,
                                        ACTOR,
                                        ATOMICITY,
                                        CHANNEL,
                                        CODES,
                                        CORE,
                                        DOORBELL,
                                        IDENTITY,
                                        KERNEL,
                                        LIVES,
                                        MACHINE,
                                        ORDER,
                                        OWNERS,
                                        POINT,
                                        PROGRAM,
                                        PROTOCOL_VIOLATION,
                                        RAISED,
                                        SEAT,
                                        SHARED_MEMORY,
                                        STRAND_END,
                                        VARIABLES,
                                        WORDS)
                                .map(ClassName::simpleName))
                .collect(Collectors.toSet());
    }
}
