package chatbois.cellart.source;

import chatbois.cellart.Picture;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Reads one picture from a file: the first one, if there are more.
public final class PictureFile {
    private PictureFile() {}

    /// @throws Unreadable with a sentence for the reader, if it is too large or can't be understood
    public static Picture read(Path file) throws IOException {
        First first = new First();
        new Preparer().show(file, Wish.USUAL, first);
        Picture picture = first.picture;
        if (picture == null) {
            throw new Unreadable("there is no picture in it, or it is damaged").named(file);
        }
        return picture;
    }

    /// Wants nothing after the first one.
    private static final class First implements Screen {
        private static final int SIDE = 4096;
        private @Nullable Picture picture;

        @Override
        public int side(boolean moves) {
            return SIDE;
        }

        @Override
        public void skip(int millis) {
            // The first one is wanted, whenever it comes.
        }

        @Override
        public void loops(int times) {
            // It is shown once.
        }

        @Override
        public boolean show(Picture shown, int millis) {
            picture = shown;
            return false;
        }
    }
}
