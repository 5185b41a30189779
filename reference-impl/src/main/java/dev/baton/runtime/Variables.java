package dev.baton.runtime;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Where a kernel tells of its private variables, so that they can be looked at, saved and put back. */
public interface Variables {

    /**
     * A private variable. Its values are never changed in place, since saving it keeps the value alone; other than
     * maps, which are told that they are {@linkplain dev.baton.runtime.value.Table#shared kept}.
     *
     * @param name as in the protocol
     * @param text a value in the words of the protocol, as the model prints it
     */
    <T> void variable(String name, Supplier<T> get, Consumer<T> set, Function<? super T, String> text);
}
