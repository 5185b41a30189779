package dev.baton.checker.explicit.encode;

import dev.baton.checker.explicit.ir.Node;
import dev.baton.checker.explicit.ir.Terms;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a state says of each member of an index type, in terms that name no member of any symmetric type: the entries of
 * maps that it is the key of, the places in which it stands itself. Exchanging two members exchanges their looks.
 *
 * <p>What relates members to each other (a map from members to members, a set of pairs) is left out, and the looks are
 * then not {@link #complete}: two members may look alike and yet not be exchangeable.
 */
public final class MemberLooks {
    private static final int EVERYWHERE = -1;

    private final Type.Index index;
    private final Set<String> symmetric;
    private final Vals vals;
    private final Terms terms;
    private final List<List<Node>> looks = new ArrayList<>();
    private boolean complete = true;

    /** @param symmetric the names of all symmetric index types, this one among them */
    public MemberLooks(Type.Index index, Set<String> symmetric, Vals vals) {
        this.index = index;
        this.symmetric = Set.copyOf(symmetric);
        this.vals = vals;
        this.terms = vals.terms();
        for (int i = 0; i < index.size(); i++) {
            looks.add(new ArrayList<>());
        }
    }

    /** Adds what a value says. */
    public void see(Val val) {
        see(val, terms.one, EVERYWHERE);
    }

    /** Integers, the same number of them for every member. */
    public List<Node> of(int member) {
        return List.copyOf(looks.get(member));
    }

    /** Whether members of the same looks can be exchanged without changing what was seen. */
    public boolean complete() {
        return complete;
    }

    /**
     * @param present whether the value is there at all
     * @param member whose entry it is of
     */
    private void see(Val val, Node present, int member) {
        if (!mentions(val.type())) {
            if (member != EVERYWHERE) {
                Leaves.of(val, vals).forEach(bits -> add(member, terms.choose(present, bits, terms.zero)));
            }
            return;
        }
        switch (val.type()) {
            case Type.Bool _, Type.Range _, Type.Enumeration _ ->
                throw new IllegalStateException(val.type() + " has no members");
            case Type.Index t -> index(t, vals.node(val), present, member);
            case Type.Option _ -> {
                Node some = vals.node(vals.part(val, 0));
                own(member, terms.both(present, some));
                see(vals.part(val, 1), terms.both(present, some), member);
            }
            case Type.Struct _ -> vals.parts(val).forEach(part -> see(part, present, member));
            case Type.Union t -> {
                for (int i = 0; i < t.variants().size(); i++) {
                    Node is = terms.both(present, vals.is(val, i));
                    own(member, is);
                    see(vals.part(val, i + 1), is, member);
                }
            }
            case Type.SetOf t -> set(t, val, present, member);
            case Type.Seq t -> places(val, t.capacity(), present, member);
            case Type.Bag t -> bag(t, val, present, member);
            case Type.MapOf t -> map(t, val, present, member);
        }
    }

    private boolean mentions(Type type) {
        return MemberTypes.mentions(type, symmetric);
    }

    private boolean isIndex(Type type) {
        return type instanceof Type.Index t && t.name().equals(index.name());
    }

    private void add(int member, Node look) {
        looks.get(member).add(look);
    }

    private void own(int member, Node look) {
        if (member != EVERYWHERE) {
            add(member, look);
        }
    }

    private void index(Type.Index type, Node node, Node present, int member) {
        if (member != EVERYWHERE) {
            complete = false;
            if (isIndex(type)) {
                add(member, terms.both(present, terms.equal(node, terms.constant(member))));
            }
        } else if (isIndex(type)) {
            for (int i = 0; i < index.size(); i++) {
                add(i, terms.both(present, terms.equal(node, terms.constant(i))));
            }
        }
    }

    private void set(Type.SetOf type, Val val, Node present, int member) {
        if (!isIndex(type.element())) {
            // of members of another type, or of what relates some
            complete &= type.element() instanceof Type.Index && member == EVERYWHERE;
            return;
        }
        complete &= member == EVERYWHERE;
        for (int i = 0; i < index.size(); i++) {
            if (member == EVERYWHERE || member == i) {
                Node has = terms.field(vals.chunk(val, i / 64), i % 64, 1);
                add(i, terms.both(present, has));
            }
        }
    }

    private void places(Val val, int capacity, Node present, int member) {
        Node length = vals.node(vals.part(val, 0));
        own(member, terms.choose(present, length, terms.zero));
        for (int i = 0; i < capacity; i++) {
            see(vals.part(val, i + 1), terms.both(present, terms.less(terms.constant(i), length)), member);
        }
    }

    /** Which place an element has in a bag depends on the names of members. */
    private void bag(Type.Bag type, Val val, Node present, int member) {
        Node length = vals.node(vals.part(val, 0));
        own(member, terms.choose(present, length, terms.zero));
        if (!isIndex(type.element())) {
            complete &= type.element() instanceof Type.Index && member == EVERYWHERE;
            return;
        }
        complete &= member == EVERYWHERE;
        for (int i = 0; i < index.size(); i++) {
            if (member == EVERYWHERE || member == i) {
                Node times = terms.zero;
                for (int place = 0; place < type.capacity(); place++) {
                    Node there = terms.both(present, terms.less(terms.constant(place), length));
                    Node same = terms.equal(vals.node(vals.part(val, place + 1)), terms.constant(i));
                    times = terms.add(times, terms.both(there, same));
                }
                add(i, times);
            }
        }
    }

    private void map(Type.MapOf type, Val val, Node present, int member) {
        if (mentions(type.key())) {
            if (isIndex(type.key()) && member == EVERYWHERE) {
                for (int i = 0; i < index.size(); i++) {
                    see(vals.part(val, i), present, i);
                }
            } else {
                // an entry for each pair of members; of members of another type only if nothing of ours is in it
                complete &= member == EVERYWHERE
                        && !isIndex(type.key())
                        && !MemberTypes.mentions(type.value(), Set.of(index.name()));
            }
            return;
        }
        vals.parts(val).forEach(part -> see(part, present, member));
    }
}
