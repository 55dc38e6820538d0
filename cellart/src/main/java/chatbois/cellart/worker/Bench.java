package chatbois.cellart.worker;

import chatbois.cellart.CellArt;
import chatbois.cellart.Cells;
import chatbois.cellart.Picture;
import chatbois.cellart.Reel;
import chatbois.cellart.pixel.Press;
import chatbois.cellart.pixel.Print;
import chatbois.cellart.source.EndsSooner;
import chatbois.cellart.source.Preparer;
import chatbois.cellart.source.Wish;
import chatbois.cellart.track.BadTrack;
import chatbois.cellart.track.Track;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a worker does its work. For one thread.
final class Bench {
    private final Map<Integer, Stage> stages = new HashMap<>();

    /// A track that is shown, in the look that was wanted last.
    private static final class Stage {
        private final Track track;
        private final Track.Player player;
        private @Nullable Look look;
        private @Nullable Reel reel;
        private @Nullable Press press;

        Stage(byte[] bytes) throws BadTrack {
            track = Track.read(bytes);
            player = track.player();
        }

        Cells draw(Look wanted, int frame, double thrift, int most) throws BadTrack {
            if (!(wanted.manner() instanceof Look.Characters(var style, var colors))) {
                throw new IllegalArgumentException("Pixels are not drawn, but printed.");
            }
            Picture picture = wanted.crop().of(player.frame(frame));
            if (track.frames() == 1) {
                return still(picture, new CellArt(style, colors), wanted);
            }
            if (reel == null || !wanted.equals(look)) {
                reel = new Reel(style, colors, wanted.size());
                look = wanted;
            }
            return reel.next(picture, thrift, most);
        }

        /// At first quickly, since somebody waits; when it is wanted again, with all care.
        private Cells still(Picture picture, CellArt art, Look wanted) {
            boolean again = wanted.equals(look);
            look = wanted;
            CellArt.Care care = again ? CellArt.Care.FULL : CellArt.Care.QUICK;
            return art.draw(picture, wanted.size(), care);
        }

        Print print(Look wanted, int frame, int most) throws BadTrack {
            if (!(wanted.manner() instanceof Look.Pixels(var medium, int width, int height))) {
                throw new IllegalArgumentException("Characters are not printed, but drawn.");
            }
            if (press == null || !wanted.equals(look)) {
                press = new Press(medium, wanted.size(), width, height);
                look = wanted;
            }
            return press.print(wanted.crop().of(player.frame(frame)), most);
        }
    }

    /// What comes of it; whatever goes wrong is a sentence.
    Answer answer(Ask ask) {
        try {
            return switch (ask) {
                case Ask.Load(int track, byte[] bytes) -> {
                    stages.put(track, new Stage(bytes));
                    yield new Answer.Done();
                }
                case Ask.Draw(int track, Look look, int frame, double thrift, int most) ->
                        new Answer.Drawn(stage(track).draw(look, frame, thrift, most));
                case Ask.Print(int track, Look look, int frame, int most) ->
                        new Answer.Printed(stage(track).print(look, frame, most));
                case Ask.Prepare(String file, Wish wish) ->
                        new Answer.Made(new Preparer().prepare(Path.of(file), wish));
                case Ask.Drop(int track) -> {
                    stages.remove(track);
                    yield new Answer.Done();
                }
            };
        } catch (EndsSooner e) {
            return new Answer.Beyond(sentence(e));
        } catch (BadTrack | IOException | RuntimeException e) {
            return new Answer.Failed(sentence(e));
        }
    }

    private Stage stage(int track) {
        Stage stage = stages.get(track);
        if (stage == null) {
            throw new IllegalArgumentException("There is no such picture to draw.");
        }
        return stage;
    }

    private static String sentence(Exception e) {
        String message = e.getMessage();
        return message == null ? "The picture can't be drawn: it is damaged." : message;
    }
}
