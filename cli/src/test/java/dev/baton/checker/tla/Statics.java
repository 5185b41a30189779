package dev.baton.checker.tla;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What the static fields of some classes hold, and all that hangs on it, so that it can be put back: those classes then
 * are as if they had just been loaded.
 */
@SuppressWarnings({"IdentityHashMapUsage", "ReferenceEquality", "UndefinedEquals"
}) // objects are told apart by identity
final class Statics {
    private final ClassLoader owner;
    private final List<Runnable> restores = new ArrayList<>();
    private final Map<Object, Boolean> seen = new IdentityHashMap<>();
    private final Deque<Object> open = new ArrayDeque<>();

    private Statics(ClassLoader owner) {
        this.owner = owner;
    }

    /** @param classes of one loader, initialised and not used since */
    static Statics of(ClassLoader owner, Collection<Class<?>> classes) throws IllegalAccessException {
        Statics statics = new Statics(owner);
        for (Class<?> type : classes) {
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers())) {
                    statics.field(field, null);
                }
            }
        }
        while (!statics.open.isEmpty()) {
            statics.object(statics.open.pop());
        }
        return statics;
    }

    void restore() {
        restores.forEach(Runnable::run);
    }

    private void field(Field field, @Nullable Object of) throws IllegalAccessException {
        field.setAccessible(true);
        Object value = field.get(of);
        reach(value);
        if (!Modifier.isFinal(field.getModifiers())) {
            restores.add(() -> {
                try {
                    field.set(of, value);
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }

    private void reach(@Nullable Object value) {
        if (value != null && seen.put(value, true) == null) {
            open.push(value);
        }
    }

    private void object(Object object) throws IllegalAccessException {
        Class<?> type = object.getClass();
        if (type.isArray()) {
            array(object, type);
        } else if (type.getClassLoader() == owner) {
            for (Class<?> c = type; c != null && c.getClassLoader() == owner; c = c.getSuperclass()) {
                for (Field field : c.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers())) {
                        field(field, object);
                    }
                }
            }
        }
        library(object);
    }

    private void array(Object array, Class<?> type) {
        int length = Array.getLength(array);
        Object copy = Array.newInstance(type.getComponentType(), length);
        System.arraycopy(array, 0, copy, 0, length);
        restores.add(() -> System.arraycopy(copy, 0, array, 0, length));
        if (array instanceof Object[] elements) {
            for (Object element : elements) {
                reach(element);
            }
        }
    }

    /** The JDK's own containers, by their interfaces. */
    private void library(Object object) {
        if (object instanceof AtomicInteger number) {
            int value = number.get();
            restores.add(() -> number.set(value));
        } else if (object instanceof AtomicLong number) {
            long value = number.get();
            restores.add(() -> number.set(value));
        } else if (object instanceof Map<?, ?> map) {
            map(map);
        } else if (object instanceof Collection<?> collection) {
            collection(collection);
        }
    }

    @SuppressWarnings("unchecked")
    private void map(Map<?, ?> map) {
        Map<Object, Object> values = new LinkedHashMap<>(map);
        values.keySet().forEach(this::reach);
        values.values().forEach(this::reach);
        restores.add(() -> {
            Map<Object, Object> target = (Map<Object, Object>) map;
            if (!same(target.entrySet(), values.entrySet())) {
                target.clear();
                target.putAll(values);
            }
        });
    }

    @SuppressWarnings("unchecked")
    private void collection(Collection<?> collection) {
        List<Object> values = new ArrayList<>(collection);
        values.forEach(this::reach);
        restores.add(() -> {
            Collection<Object> target = (Collection<Object>) collection;
            if (!same(target, values)) {
                target.clear();
                target.addAll(values);
            }
        });
    }

    /** So that what can't be changed, and was not, is left alone. */
    private static boolean same(Collection<?> a, Collection<?> b) {
        return a instanceof Set ? a.equals(Set.copyOf(b)) : new ArrayList<>(a).equals(new ArrayList<>(b));
    }
}
