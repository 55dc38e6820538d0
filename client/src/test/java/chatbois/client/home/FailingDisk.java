package chatbois.client.home;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// The real disk, until the process is killed at a step: half of what is written then may be there,
/// and nothing happens afterwards.
final class FailingDisk implements Disk {
    private final Disk real = Disk.real();
    private int stepsLeft;

    FailingDisk(int steps) {
        stepsLeft = steps;
    }

    boolean survived() {
        return stepsLeft > 0;
    }

    private void step() throws IOException {
        if (--stepsLeft <= 0) {
            throw new IOException("killed");
        }
    }

    @Override
    public FileChannel create(Path file) throws IOException {
        step();
        return real.create(file);
    }

    @Override
    public void write(FileChannel file, ByteBuffer bytes) throws IOException {
        real.write(file, bytes.slice(0, bytes.remaining() / 2));
        step();
        real.write(file, bytes.position(bytes.remaining() / 2));
    }

    @Override
    public void force(FileChannel file) throws IOException {
        step();
        real.force(file);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        step();
        real.rename(from, to);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        step();
        real.forceFolder(folder);
    }
}
