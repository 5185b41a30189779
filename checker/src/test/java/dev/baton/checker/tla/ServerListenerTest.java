package dev.baton.checker.tla;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What TLC's server says is believed only as far as it may be. */
final class ServerListenerTest {
    private static final TlcMessage REGISTERED = new TlcMessage(7001, 0, "Registration for worker completed");
    private static final TlcMessage LOST = new TlcMessage(7002, 0, "worker is lost");
    private static final TlcMessage ASKED_AGAIN = new TlcMessage(7007, 0, "Trying to limit max block size");
    private static final TlcMessage SUCCESS = new TlcMessage(2193, 0, "Model checking completed.");

    @Test
    void anUndisturbedSearchIsComplete() {
        assertThat(report(REGISTERED, SUCCESS).complete()).isTrue();
    }

    @Test
    void theStatesOfADeadWorkerWentToAnother() {
        assertThat(report(REGISTERED, REGISTERED, ASKED_AGAIN, LOST, SUCCESS).complete())
                .isTrue();
    }

    @Test
    void aWorkerThatIsAskedAgainMaySkipStates() {
        TlcReport report = report(REGISTERED, ASKED_AGAIN, SUCCESS);
        assertThat(report.complete()).isFalse();
        assertThat(report.explored()).isFalse();
        assertThat(report.end()).isInstanceOf(TlcReport.End.Abandoned.class);
    }

    @Test
    void whatItStoppedAtIsNoTrace() {
        ServerListener listener = listener();
        listener.message(new TlcMessage(2121, 1, "The behavior up to this point is:"));
        listener.message(new TlcMessage(2217, 4, "1: <Initial predicate>\n/\\ x = 7"));
        assertThat(listener.violation()).isTrue();
        assertThat(listener.stopped()).containsExactly("/\\ x = 7");
        assertThat(listener.report(List.of(), new TlcReport.End.Exited(0)).violations())
                .isEmpty();
    }

    private static TlcReport report(TlcMessage... messages) {
        ServerListener listener = listener();
        List.of(messages).forEach(listener::message);
        return listener.report(List.of(), new TlcReport.End.Exited(0));
    }

    private static ServerListener listener() {
        return new ServerListener(new ServerListener.Crew() {
            @Override
            public Optional<String> tend(int working) {
                return Optional.empty();
            }

            @Override
            public String awaited() {
                return "waiting";
            }
        });
    }
}
