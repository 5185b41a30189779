package dev.baton.reference.bench;

import dev.baton.runtime.Machine;
import dev.baton.runtime.free.Ending;
import dev.baton.runtime.free.FreeKernel;
import java.util.Optional;

/**
 * A generated kernel.
 *
 * @param role says which private variable counts what has passed
 */
record KernelSide(Machine machine, FreeKernel kernel, Role role) implements Side {

    @Override
    public long passed() {
        return Long.parseLong(kernel.units()
                .variable(
                        switch (role) {
                            case READER -> "next";
                            case SENDER -> "sent";
                        }));
    }

    @Override
    public Optional<String> ended() {
        if (kernel.isRunning()) {
            return Optional.empty();
        }
        Ending ending = kernel.ending();
        return switch (ending.kind()) {
            case STOPPED -> Optional.empty();
            case FINISHED -> Optional.of("all messages that its parameters allow are sent: let iterations be shorter");
            case HALTED, CRASHED, VIOLATED, FAILED ->
                Optional.of(ending.kind() + ending.message().map(m -> ": " + m).orElse(""));
        };
    }

    @Override
    public void stop() throws InterruptedException {
        machine.stop();
        Ending _ = kernel.await();
    }
}
