package dev.baton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the library's known-bad designs are known to fail for is what their counterexamples are said to come from. */
final class KnownCausesTest {

    /** M1: the second message is written before the callback has read the first. */
    @Test
    void theSingleSlotIsOverwritten() throws IOException {
        Explained why = Explained.ofLibrary("ipi/single_slot", "NoneLost", Map.of("SENDERS", 1, "MESSAGES", 2));
        assertThat(why.race())
                .matches("Sender\\(0\\).send payload = .* \\| Receiver.irq_work delivered = .* \\| payload");
        assertThat(why.story()).contains("over what step 2 had written").contains("Step 6 lost it");
    }

    /** M2: header of one message, payload of another. */
    @Test
    void theSingleSlotIsTorn() throws IOException {
        Explained why = Explained.ofLibrary("ipi/single_slot", "NoneTorn", Map.of("SENDERS", 2, "MESSAGES", 1));
        assertThat(why.race())
                .endsWith("| payload")
                .contains("Sender(1).send header")
                .contains("Receiver.irq_work");
        assertThat(why.story()).contains("which was to come");
    }

    /** M6: the reader walks over a slot that is claimed and not filled. */
    @Test
    void theRingIsReadBeforeItIsFilled() throws IOException {
        Explained why = Explained.ofLibrary("ipi/ring_claim_then_fill", "NoneLost", Map.of("SENDERS", 2, "SLOTS", 3));
        assertThat(why.race())
                .matches("Receiver\\.doorbell if size\\[t] > 0 → false \\| Sender\\(.\\)\\.send size\\[h] = 1 \\|"
                        + " size\\[.]");
    }

    /** M6 on the second lap: the slot is claimed and not filled, and what it held before is delivered once more. */
    @Test
    void theRingDeliversWhatASlotHeldBefore() throws IOException {
        Explained why = Explained.ofLibrary("ipi/ring_claim_then_fill", "NoneTwice", Map.of("SENDERS", 3, "SLOTS", 2));
        assertThat(why.race())
                .matches(
                        "Receiver\\.doorbell if some\\(s\\) = payload\\[t] → true \\| Sender\\(2\\)\\.send if cas.* \\|"
                                + " payload\\[0]");
        assertThat(why.story())
                .contains("before Sender(2).send payload[h] = self wrote it, which was to come")
                .contains("went on with what was stale");
    }

    /** M17: the IPI overtakes what it announces. */
    @Test
    void theDoorbellOvertakesTheMessage() throws IOException {
        Explained why = Explained.ofLibrary("ipi/doorbell_tso", "NoLostWakeUp", Map.of("FENCED", 0));
        assertThat(why.race()).isEqualTo("Host.send size = 1 | Guest.doorbell if size == 1 → false | size");
        assertThat(why.story()).contains("still waited in its buffer");
    }

    /** Each reads the other's flag while that is in the other's store buffer. */
    @Test
    void petersonReadsWhatIsStillBuffered() throws IOException {
        Explained why = Explained.ofLibrary("classic/peterson_tso", "MutualExclusion", Map.of("FENCED", 0));
        assertThat(why.race())
                .isEqualTo("Process(0).run wants[self] = true | Process(1).run if not wants[other(self)] → true"
                        + " | wants[Process(0)]");
    }

    /** C1: the trampoline's word is written anew before the first CPU has read it. */
    @Test
    void theTrampolineIsOverwritten() throws IOException {
        Explained why = Explained.ofLibrary("cores/boot_v1", "BootedOnce", Map.of("CPUS", 2));
        assertThat(why.race()).isEqualTo("Host.operator entry = image | Cpu(0).init_sipi runs = entry | entry");
    }

    /** C2: nobody looks whether the CPU runs a kernel already. */
    @Test
    void theRunningKernelIsNotLookedAt() throws IOException {
        Explained why = Explained.ofLibrary("cores/boot_v1", "NoneKilled", Map.of("CPUS", 2));
        assertThat(why.story()).contains("raise init_sipi to cpu").contains("a guard is missing");
        assertThat(why.why().race().orElseThrow().entry()).isEqualTo("Cpu(0).runs");
    }

    /** CP4: the CPU claims the second publication with the entry of the first. */
    @Test
    void theMailboxIsClaimedWithAStaleEntry() throws IOException {
        Explained why =
                Explained.ofLibrary("cores/boot_mailbox", "RunsWhatWasStarted", Map.of("CPUS", 2, "TIME_OUT", 1));
        assertThat(why.race()).isEqualTo("Cpu(0).park let copied = entry | Host.operator entry = image | entry");
        assertThat(why.story()).contains("went on with what was stale");
    }

    /** HO5: the time-out takes for undone what is on its way. */
    @Test
    void theTimeOutDoesNotKnowWhatIsOnItsWay() throws IOException {
        Explained why = Explained.ofLibrary("handover/one_phase", "NoDouble", Map.of("UNITS", 2));
        assertThat(why.story())
                .contains("Nothing keeps step 3 (Old.time_out) and step 4 (New.on_ctl_State")
                .contains("what step 2 had sent was still on its way")
                .contains("Step 3 lost it");
    }
}
