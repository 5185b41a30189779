package dev.baton.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToLongFunction;

/**
 * A protocol's machine: what its kernels share, and who they are. The constructor of a generated subclass declares
 * everything, in the order of the text; whoever constructs the same machine on the same memory lays it out alike.
 */
public abstract class Machine {
    private final SharedMemory memory;
    private final Identity identity;
    private final Atomicity atomicity;
    private final Lives lives;
    private final Signals signals;
    private final Rests rests;
    private final MachineLock lock;
    private final RawWords stop;
    private final List<Actor> actors = new ArrayList<>();
    private final Map<String, Words> words = new LinkedHashMap<>();
    private final Map<String, Doorbell> doorbells = new LinkedHashMap<>();
    private final Map<String, Channel> channels = new LinkedHashMap<>();
    private final Map<String, Owners> resources = new LinkedHashMap<>();
    private boolean sequential = true;
    private int holders;
    private int storeBuffer = 2;

    /** @param atomicity whether some step touches more than one shared word */
    @SuppressWarnings("this-escape") // The lock asks for lives only once kernels run.
    protected Machine(SharedMemory memory, Identity identity, Atomicity atomicity) {
        this.memory = memory;
        this.identity = identity;
        this.atomicity = atomicity;
        memory.begin(atomicity);
        this.lives = new Lives(memory);
        this.signals = new Signals(memory);
        this.rests = new Rests(memory);
        this.lock = new MachineLock(this, memory);
        this.stop = memory.lines("stop", 1);
    }

    /** A kernel with so many members. */
    protected final Actor kernel(String name, int members, Point[] points, Actor.Factory factory) {
        return actor(Actor.Kind.KERNEL, name, members, points, factory);
    }

    /** A core that is an actor. */
    protected final Actor core(String name, int members, Point[] points, Actor.Factory factory) {
        return actor(Actor.Kind.CORE, name, members, points, factory);
    }

    /** An operator or device. */
    protected final Actor environment(String name, int members, Point[] points, Actor.Factory factory) {
        return actor(Actor.Kind.ENVIRONMENT, name, members, points, factory);
    }

    private Actor actor(Actor.Kind kind, String name, int members, Point[] points, Actor.Factory factory) {
        Actor actor = new Actor(this, kind, name, actors.size(), members, holders, List.of(points), factory);
        holders += members;
        actors.add(actor);
        lives.add(actor);
        signals.add(actor);
        rests.add(actor);
        return actor;
    }

    /** A shared variable. */
    protected final Words word(String name, Order order, long first) {
        return words(name, order, 1, i -> first);
    }

    /**
     * A shared map: one word for each combination of keys, the first key most significant, each on a cache line of its
     * own, since each is somebody's.
     */
    protected final Words words(String name, Order order, int size, IntToLongFunction first) {
        return added(memory.words(name, order, size, first), order);
    }

    /** A shared map whose last key is an integer: a ring or table, one word after the other. */
    protected final Words array(String name, Order order, int size, IntToLongFunction first) {
        return added(memory.array(name, order, size, first), order);
    }

    /** The same for codes that fit an {@code int}: in half the memory, unless steps can be undone. */
    protected final Words ints(String name, Order order, int size, IntToLongFunction first) {
        return added(memory.ints(name, order, size, first), order);
    }

    private Words added(Words made, Order order) {
        words.put(made.name(), made);
        sequential &= order == Order.SC;
        return made;
    }

    /** {@code memory tso(n)}: how many stores a store buffer of a stepped machine holds; 2 if not said. */
    protected final void storeBuffers(int capacity) {
        storeBuffer = capacity;
    }

    /** An IPI to all members of an actor. */
    protected final Doorbell ipi(String name, Actor target, Doorbell.Kind kind) {
        Doorbell made = new Doorbell(name, target, kind, memory);
        doorbells.put(name, made);
        return made;
    }

    /** A channel; {@code <->} is two, the second named {@code name.reply}. */
    protected final Channel channel(String name, Channel.Kind kind, Actor from, Actor to, int capacity) {
        Channel made = new Channel(name, kind, from, to, capacity, memory);
        channels.put(name, made);
        return made;
    }

    /**
     * A resource.
     *
     * @param first {@link Owners#code} of each member's first owner, or {@link Owners#NOBODY}
     */
    protected final Owners resource(String name, int members, IntToLongFunction first) {
        Owners made = new Owners(name, members, first, memory);
        resources.put(name, made);
        return made;
    }

    /** Which protocol it implements. */
    public final Identity identity() {
        return identity;
    }

    /** Whether some step touches more than one shared word. */
    public final Atomicity atomicity() {
        return atomicity;
    }

    /** Whether none of its memory has store buffers. */
    public final boolean isSequential() {
        return sequential;
    }

    /** The memory that it lies in. */
    public final SharedMemory memory() {
        return memory;
    }

    /** Whether members are off, live, crashed or hung. */
    public final Lives lives() {
        return lives;
    }

    /** What cores that have nothing to do wait for. */
    public final Signals signals() {
        return signals;
    }

    /** Which members have nothing to do. */
    public final Rests rests() {
        return rests;
    }

    /** The lock that steps hold if the machine {@link #isLocked}. */
    public final MachineLock lock() {
        return lock;
    }

    /** Whether each step holds the lock. */
    public final boolean isLocked() {
        return memory.journals();
    }

    /** Tells all kernels, in whatever process, that the run is over. */
    public final void stop() {
        stop.set(0, 1);
        signals.alert();
    }

    /** Whether the run is over. */
    public final boolean isStopped() {
        return stop.get(0) != 0;
    }

    /** All actors, in the order of the text. */
    public final List<Actor> actors() {
        return Collections.unmodifiableList(actors);
    }

    /** An actor by its name. */
    public final Actor actor(String name) {
        return actors.stream()
                .filter(a -> a.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no actor is called `" + name + "`"));
    }

    /** Shared variables by name, in the order of the text. */
    public final Map<String, Words> words() {
        return Collections.unmodifiableMap(words);
    }

    /** IPIs by name, in the order of the text. */
    public final Map<String, Doorbell> doorbells() {
        return Collections.unmodifiableMap(doorbells);
    }

    /** Channels by name, in the order of the text. */
    public final Map<String, Channel> channels() {
        return Collections.unmodifiableMap(channels);
    }

    /** Resources by name, in the order of the text. */
    public final Map<String, Owners> resources() {
        return Collections.unmodifiableMap(resources);
    }

    /** How many stores a store buffer of a stepped machine holds. */
    public final int storeBuffer() {
        return storeBuffer;
    }

    /** How many members all actors have together. */
    public final int members() {
        return holders;
    }

    /** Whether a seat of an actor's code is switched on: a seat of another actor must be live. */
    public final boolean isOn(Seat seat, Actor placed) {
        return !seat.isOfAnother(placed) || lives.of(actor(seat.actor()), seat.number()) == Life.LIVE;
    }

    /** The journal of the step under way, if steps can be undone. */
    public final Optional<Journal> journal() {
        return memory.journal();
    }
}
