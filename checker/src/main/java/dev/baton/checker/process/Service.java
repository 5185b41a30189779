package dev.baton.checker.process;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.UnaryOperator;

/**
 * What the main class of a process does that answers questions of another: reads them on standard input, answers each
 * on standard output, and ends at once when standard input does, for then the other is gone, whatever it is busy with.
 */
public final class Service {
    /** The property that names the folder of the process's own. */
    static final String FOLDER = "baton.folder";

    private static final int BROKEN = 1;

    private Service() {}

    /**
     * Serves; does not return.
     *
     * @param answers to questions, one after the other, in this thread
     */
    public static void serve(UnaryOperator<String> answers) {
        PrintStream out = System.out;
        // what a library prints is no answer
        System.setOut(System.err);
        BlockingQueue<String> questions = new LinkedBlockingQueue<>();
        InputStream in = System.in;
        Thread.ofPlatform().daemon().name("questions").start(() -> listen(in, questions));
        try {
            for (; ; ) {
                Frames.write(out, answers.apply(questions.take()));
            }
        } catch (IOException | InterruptedException e) {
            Runtime.getRuntime().halt(BROKEN);
        }
    }

    private static void listen(InputStream in, BlockingQueue<String> questions) {
        try {
            for (; ; ) {
                questions.add(Frames.read(in));
            }
        } catch (EOFException e) {
            // whoever was killed has removed nothing
            Optional.ofNullable(System.getProperty(FOLDER)).map(Path::of).ifPresent(PrivateFolder::remove);
            Runtime.getRuntime().halt(0);
        } catch (IOException e) {
            Runtime.getRuntime().halt(BROKEN);
        }
    }
}
