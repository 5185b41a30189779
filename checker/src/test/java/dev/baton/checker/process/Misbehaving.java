package dev.baton.checker.process;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A main class that serves badly: how, its argument says. */
public final class Misbehaving {
    private Misbehaving() {}

    /** A process that does so. */
    public static ServiceProcess.Launch launch(String how) {
        return new ServiceProcess.Launch(Misbehaving.class.getName(), 32L << 20, List.of(how));
    }

    @SuppressWarnings("restricted") // it is to crash
    public static void main(String[] arguments) throws IOException, InterruptedException {
        switch (arguments[0]) {
            case "echoes" -> Service.serve(question -> question);
            case "tells its number" ->
                Service.serve(_ -> Long.toString(ProcessHandle.current().pid()));
            case "crashes" ->
                Service.serve(_ -> MemorySegment.NULL.reinterpret(8).get(ValueLayout.JAVA_INT, 0) + "");
            case "throws" ->
                Service.serve(_ -> {
                    throw new IllegalStateException("all is lost");
                });
            case "exits" -> Runtime.getRuntime().halt(42);
            case "takes all memory" -> Service.serve(_ -> "x".repeat(64 << 20));
            case "hangs" ->
                Service.serve(_ -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return "never";
                });
            case "does not even listen" -> new CountDownLatch(1).await();
            case "says half" -> {
                System.out.print("baton 100\nhalf");
                System.out.flush();
                Runtime.getRuntime().halt(0);
            }
            case "talks nonsense" -> {
                System.out.println("The answer is 42, and here is why.");
                System.out.flush();
                new CountDownLatch(1).await();
            }
            default -> Service.serve(_ -> arguments[0]);
        }
    }
}
