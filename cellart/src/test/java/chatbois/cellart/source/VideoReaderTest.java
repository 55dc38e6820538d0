package chatbois.cellart.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.cellart.track.Track;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Most of it with programs of our own in the place of ffmpeg.
class VideoReaderTest {
    private static final String FRAME = "printf 'P6\\n2 1\\n255\\nabcdef'\n";

    @TempDir Path folder;

    @Test
    void a_video_is_decoded_by_the_ffmpeg_of_the_system_or_it_is_said_what_to_install()
            throws Exception {
        Path clip = clip();
        Preparer preparer = new Preparer(folder);
        if (Ffmpeg.find(folder).isEmpty()) {
            assertThatThrownBy(() -> preparer.prepare(clip, Wish.USUAL))
                    .isInstanceOf(FfmpegMissing.class)
                    .hasMessageContaining("clip.mp4 can't be read: that takes ffmpeg")
                    .hasMessageContaining("apt install ffmpeg");
            return;
        }
        Prepared prepared = preparer.prepare(clip, Wish.USUAL);
        assertThat(prepared.format()).isEqualTo(Format.MP4);
        assertThat(prepared.cut()).isFalse();
        Track track = Track.read(prepared.track());
        assertThat(track.width()).isEqualTo(48);
        assertThat(track.totalMillis()).isBetween(900, 1_100);
        Track.Player player = track.player();
        assertThat(player.frame(0).pixel(24, 16) >> 16).isGreaterThan(200);
        assertThat(player.frame(track.frames() - 1).pixel(24, 16) & 0xFF).isGreaterThan(200);

        Prepared part = preparer.prepare(clip, new Wish(600, 200));
        assertThat(part.cut()).isTrue();
        assertThat(part.wholeMillis()).as("of all of the file").isBetween(900L, 1_100L);
        Track rest = Track.read(part.track());
        assertThat(rest.player().frame(0).pixel(24, 16) & 0xFF).isGreaterThan(200);

        assertThatThrownBy(() -> preparer.prepare(clip, new Wish(80_000, 200)))
                .isInstanceOf(EndsSooner.class)
                .hasMessage("clip.mp4 lasts 0:01 and has nothing to show from 1:20 on.");
    }

    @Test
    void ffmpeg_is_told_what_kind_of_file_it_is_and_opens_no_other() throws Exception {
        Ffmpeg picky =
                fake(
                        """
                        case "$*" in
                        *"-protocol_whitelist file -f mov "*"-i file:/"*) %s ;;
                        esac
                        """
                                .formatted(FRAME));
        assertThat(shown(picky).shown).hasSize(1);
    }

    @Test
    void the_length_of_a_film_is_what_ffmpeg_says_and_no_title() {
        assertThat(Remarks.length("Input #0\n  Duration: 02:04:11.50, start: 0.0, bitrate: 9\n"))
                .hasValue(7_451_500);
        assertThat(Remarks.length("  Duration: N/A, bitrate: N/A\n")).isEmpty();
        assertThat(Remarks.length("    title  :   Duration: 99:00:00.00,\n")).isEmpty();
    }

    @Test
    void ffmpeg_that_talks_without_end_is_not_waited_for() throws Exception {
        Ffmpeg talker =
                fake("i=0; while [ $i -lt 9999 ]; do echo words >&2; i=$((i+1)); done\n" + FRAME);
        assertThat(shown(talker).shown).hasSize(1);
    }

    @Test
    void ffmpeg_writes_nothing_and_knows_nothing_of_its_surroundings() throws Exception {
        Path trace = folder.resolve("trace");
        Ffmpeg curious =
                fake(
                        "(echo here > %s) 2>/dev/null\n[ -z \"$HOME\" ] && %s"
                                .formatted(trace, FRAME));
        assertThat(shown(curious).shown).hasSize(1);
        assertThat(Files.exists(trace) ? Files.size(trace) : 0).isZero();
        if (curious.isSealed()) {
            Ffmpeg blind = fake("[ -e /etc/passwd ] || [ -e /proc/1 ] || " + FRAME);
            assertThat(shown(blind).shown).hasSize(1);
        }
    }

    @Test
    void frames_that_came_before_ffmpeg_broke_off_are_shown() throws Exception {
        assertThat(shown(fake(FRAME + FRAME + "printf 'P6\\n2 1\\n255\\nab'; kill -9 $$")).shown)
                .hasSize(2);
    }

    @Test
    void a_video_without_end_ends_when_there_is_enough() throws Exception {
        Film film = new Film(new Wish(0, 500), Long.MAX_VALUE);
        Ffmpeg endless = fake("while :; do " + FRAME + "done");
        VideoReader.read(endless, Format.MP4, clip(), new Wish(0, 500), film);
        Prepared prepared = film.develop(Format.MP4);
        assertThat(prepared.cut()).isTrue();
        assertThat(Track.read(prepared.track()).totalMillis()).isZero();
    }

    @Test
    void what_is_no_pictures_or_says_it_is_huge_is_refused() throws Exception {
        assertThat(shown(fake("echo no pictures")).shown).isEmpty();
        assertThat(shown(fake("exit 1")).shown).isEmpty();
        Ffmpeg huge = fake("printf 'P6\\n60000 60000\\n255\\n'; while :; do echo x; done");
        assertThatThrownBy(() -> shown(huge))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("60000");
        Film film = new Film(Wish.USUAL, Long.MAX_VALUE);
        VideoReader.read(fake("exit 1"), Format.MP4, clip(), Wish.USUAL, film);
        assertThatThrownBy(() -> film.develop(Format.MP4))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("it is damaged, or made in a way that isn't known here");
    }

    @Test
    void a_picture_of_tiles_is_refused_before_one_of_them_is_taken_for_it() throws Exception {
        Path tiles = Files.writeString(folder.resolve("a.heic"), "....ftypheic....iinf....grid");
        Ffmpeg any = fake(FRAME);
        assertThatThrownBy(
                        () -> VideoReader.read(any, Format.HEIC, tiles, Wish.USUAL, new Letters()))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("tiles");
    }

    @Test
    void what_does_not_run_is_no_ffmpeg() throws Exception {
        Path program = Files.writeString(folder.resolve("ffmpeg"), "#!/bin/sh\nexit 3\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        assertThat(Ffmpeg.at(program)).isEmpty();
    }

    private Letters shown(Ffmpeg ffmpeg) throws IOException {
        Letters screen = new Letters();
        VideoReader.read(ffmpeg, Format.MP4, clip(), Wish.USUAL, screen);
        return screen;
    }

    private Ffmpeg fake(String script) throws IOException {
        Path place = Files.createTempDirectory(folder, "bin");
        Path program = place.resolve("ffmpeg");
        Files.writeString(program, "#!/bin/sh\n[ \"$1\" = -version ] && exit 0\n" + script);
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return Ffmpeg.at(program).orElseThrow();
    }

    private Path clip() throws IOException {
        Path clip = folder.resolve("clip.mp4");
        try (InputStream in = getClass().getResourceAsStream("clip.mp4")) {
            return Files.write(clip, Objects.requireNonNull(in).readAllBytes());
        }
    }
}
