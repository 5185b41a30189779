package dev.baton.runtime;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;

/**
 * Calls of the operating system that Java has no name for. Absent where it isn't Linux, or where they aren't allowed.
 */
final class Linux {
    /** What there is here. */
    static final Optional<Linux> HERE = find();

    private static final int FUTEX_WAIT = 0;
    private static final int FUTEX_WAKE = 1;
    /** Bytes of a set of CPUs: 1024 of them. */
    private static final int CPUS = 128;

    private final MethodHandle syscall;
    private final MethodHandle setAffinity;
    private final MethodHandle getAffinity;
    private final long futex;

    private Linux(MethodHandle syscall, MethodHandle setAffinity, MethodHandle getAffinity, long futex) {
        this.syscall = syscall;
        this.setAffinity = setAffinity;
        this.getAffinity = getAffinity;
        this.futex = futex;
    }

    private static Optional<Linux> find() {
        if (!System.getProperty("os.name", "").equals("Linux")) {
            return Optional.empty();
        }
        Optional<Long> futex = switch (System.getProperty("os.arch", "").toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> Optional.of(202L);
            case "aarch64" -> Optional.of(98L);
            default -> Optional.empty();
        };
        return futex.flatMap(Linux::link);
    }

    @SuppressWarnings("restricted")
    private static Optional<Linux> link(long futex) {
        MemoryLayout word = ValueLayout.JAVA_LONG;
        MemoryLayout number = ValueLayout.JAVA_INT;
        FunctionDescriptor call = FunctionDescriptor.of(word, word, word, word, word, word, word, word);
        FunctionDescriptor affinity = FunctionDescriptor.of(number, number, word, ValueLayout.ADDRESS);
        try {
            Linker linker = Linker.nativeLinker();
            return Optional.of(new Linux(
                    linker.downcallHandle(
                            linker.defaultLookup().findOrThrow("syscall"), call, Linker.Option.firstVariadicArg(1)),
                    linker.downcallHandle(linker.defaultLookup().findOrThrow("sched_setaffinity"), affinity),
                    linker.downcallHandle(linker.defaultLookup().findOrThrow("sched_getaffinity"), affinity),
                    futex));
        } catch (IllegalCallerException | UnsupportedOperationException | java.util.NoSuchElementException e) {
            return Optional.empty();
        }
    }

    /** Waits while the 32 bits at an address have this value, at most so long; a wake may also come for nothing. */
    void futexWait(long address, int expected, long nanos) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment time = arena.allocate(2 * Long.BYTES, Long.BYTES);
            time.set(ValueLayout.JAVA_LONG, 0, nanos / 1_000_000_000);
            time.set(ValueLayout.JAVA_LONG, Long.BYTES, nanos % 1_000_000_000);
            long _ = call(address, FUTEX_WAIT, expected, time.address());
        }
    }

    /** Wakes all who wait at an address. */
    void futexWake(long address) {
        long _ = call(address, FUTEX_WAKE, Integer.MAX_VALUE, 0);
    }

    private long call(long address, long operation, long value, long time) {
        try {
            return (long) syscall.invokeExact(futex, address, operation, value, time, 0L, 0L);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** The CPUs that the calling thread may run on; none if that can't be known. */
    BitSet allowed() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment set = arena.allocate(CPUS, Long.BYTES);
            int result = (int) getAffinity.invokeExact(0, (long) CPUS, set);
            return result == 0 ? BitSet.valueOf(set.asByteBuffer()) : new BitSet();
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps the calling thread on one CPU; whether that was allowed. */
    boolean pin(int cpu) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment set = arena.allocate(CPUS, Long.BYTES);
            set.set(ValueLayout.JAVA_BYTE, cpu / 8, (byte) (1 << cpu % 8));
            return (int) setAffinity.invokeExact(0, (long) CPUS, set) == 0;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
