package chatbois.cellart.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// The main program of the child process. It ends with its parent, however that ends: the pipe on
/// which it is asked is closed then, even in the middle of some work.
public final class Worker {
    private static final int MOST_WAITING = 16;

    private final BlockingQueue<Ask> asked = new ArrayBlockingQueue<>(MOST_WAITING);
    private final InputStream in;
    private final OutputStream out;

    private Worker(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    public static void main(String[] args) throws Exception {
        // Nothing that some library says may come between the records.
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
        Worker worker =
                new Worker(
                        new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
                        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        Thread.ofPlatform().daemon().name("asked").start(worker::listen);
        worker.work();
    }

    private void listen() {
        try {
            while (true) {
                asked.put(Wire.readAsk(in));
            }
        } catch (IOException | InterruptedException _) {
            end();
        }
    }

    private void work() throws InterruptedException {
        Bench bench = new Bench();
        try {
            while (true) {
                Wire.write(out, bench.answer(asked.take()));
            }
        } catch (IOException _) {
            end();
        }
    }

    /// With all that was started from here.
    private static void end() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        Runtime.getRuntime().halt(0);
    }
}
