package dev.baton.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Ownership is what an array of owners says. */
final class OwnersTest {
    enum What {
        USE,
        GIVE,
        RELEASE,
        TAKE
    }

    record Operation(What what, int by, int to, int page) {}

    @Provide
    Arbitrary<List<Operation>> operations() {
        return Combinators.combine(
                        Arbitraries.of(What.class), Arbitraries.of(0, 1), Arbitraries.of(0, 1), Arbitraries.of(0, 1, 2))
                .as(Operation::new)
                .list()
                .ofMaxSize(60);
    }

    @Property(tries = 300)
    void oneOwnerAtATime(@ForAll("operations") List<Operation> operations) {
        Parts parts = Parts.made(false);
        int nobody = -1;
        int[] owner = {1, nobody, nobody};
        for (Operation o : operations) {
            boolean mine = owner[o.page] == o.by;
            boolean allowed = mine || (o.what == What.TAKE && owner[o.page] == nobody);
            assertThat(happens(parts, o)).isEqualTo(allowed);
            if (allowed) {
                owner[o.page] = switch (o.what) {
                    case USE, TAKE -> o.by;
                    case GIVE -> o.to;
                    case RELEASE -> nobody;
                };
            }
            for (int p = 0; p < Parts.PAGES; p++) {
                assertThat(parts.pages.owner(p))
                        .isEqualTo(owner[p] == nobody ? Owners.NOBODY : Owners.code(parts.senders, owner[p]));
            }
        }
    }

    private static boolean happens(Parts parts, Operation o) {
        Core core = parts.core(parts.senders, o.by);
        try {
            switch (o.what) {
                case USE -> parts.pages.use(core, o.page, "use");
                case GIVE -> parts.pages.give(core, o.page, parts.senders, o.to, "give");
                case RELEASE -> parts.pages.release(core, o.page, "release");
                case TAKE -> parts.pages.take(core, o.page, "take");
            }
            return true;
        } catch (ProtocolViolation violation) {
            return false;
        }
    }
}
