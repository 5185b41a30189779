package dev.baton.runtime.process;

import dev.baton.runtime.Machine;
import dev.baton.runtime.SharedMemory;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.function.Function;

/** Generated machines by the names of their classes. */
final class Protocols {
    private Protocols() {}

    /**
     * The constructor of a machine.
     *
     * @throws IllegalArgumentException if there is no such class, or it is no machine
     */
    static Function<SharedMemory, Machine> of(String name, ClassLoader loader) {
        try {
            Constructor<? extends Machine> made =
                    Class.forName(name, true, loader).asSubclass(Machine.class).getConstructor(SharedMemory.class);
            return memory -> construct(made, memory);
        } catch (ClassNotFoundException | NoSuchMethodException | ClassCastException e) {
            throw new IllegalArgumentException("no generated protocol is called `" + name + "`", e);
        }
    }

    private static Machine construct(Constructor<? extends Machine> made, SharedMemory memory) {
        try {
            return made.newInstance(memory);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    "can't construct `" + made.getDeclaringClass().getName() + "`", e);
        }
    }
}
