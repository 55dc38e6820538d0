package chatbois.cellart.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// The ffmpeg that the JavaCPP project packages for Maven Central (LGPL 3), for those who have none
/// installed: fetched when a member says so, and used only if it is, byte for byte, the one that is
/// pinned here.
///
/// @param machine what it is made for, as it stands in its name
/// @param bytes how large it is
/// @param sha256 of its file
public record PackagedFfmpeg(String machine, long bytes, String sha256) {
    static final String VERSION = "8.1.2-1.5.14";

    /// Where else than at Maven Central it is to be had: the address of a mirror.
    public static final String MIRROR = "CHATBOIS_MAVEN";

    private static final String CENTRAL = "https://repo.maven.apache.org/maven2/";

    /// The program and the libraries that it needs, not those for Java.
    private static final Pattern WANTED =
            Pattern.compile("ffmpeg|lib(?!jni)[a-zA-Z0-9-]+(\\.so\\.\\d+|\\.\\d+\\.dylib)");

    /// The most bytes of one file in it.
    private static final long MOST_UNPACKED = 128L * 1024 * 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final List<PackagedFfmpeg> ALL =
            List.of(
                    new PackagedFfmpeg(
                            "linux-x86_64",
                            26_915_834,
                            "6d0f000c4ddede3b669aa7c5c585e9b71f69b7f621fed7ab28ec01045dc336d0"),
                    new PackagedFfmpeg(
                            "linux-arm64",
                            26_304_735,
                            "c8729978c862b0e2e5643ade1b41266c5ba8c34b791f41104e5794ad3cefd0bf"),
                    new PackagedFfmpeg(
                            "macosx-x86_64",
                            23_977_215,
                            "b5a8f5124fb2d04412bd01eb5ca469d153d1c396fd0c67a33d3f9a1501c94c0c"),
                    new PackagedFfmpeg(
                            "macosx-arm64",
                            20_582_183,
                            "af57468c0bb7b2e9c8c93547e6d599e2b4faa4117118555be92675850972420c"));

    /// The one for this machine, if there is one.
    public static Optional<PackagedFfmpeg> forThisMachine() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch", "");
        String name =
                (system.contains("mac") ? "macosx-" : system + "-")
                        + switch (processor) {
                            case "amd64", "x86_64" -> "x86_64";
                            case "aarch64", "arm64" -> "arm64";
                            default -> processor;
                        };
        return ALL.stream().filter(one -> one.machine.equals(name)).findFirst();
    }

    /// Where it usually is once it was fetched: with what else can be fetched or made again.
    public static Path folder() {
        Map<String, String> environment = System.getenv();
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        return (cache.startsWith("/")
                        ? Path.of(cache)
                        : Path.of(System.getProperty("user.home", "/")).resolve(".cache"))
                .resolve("chatbois");
    }

    static Path program(Path folder) {
        return home(folder).resolve("ffmpeg");
    }

    private static Path home(Path folder) {
        return folder.resolve("ffmpeg-" + VERSION);
    }

    /// Where it comes from.
    public URI address() {
        String mirror = System.getenv().getOrDefault(MIRROR, CENTRAL);
        return address(mirror);
    }

    private URI address(String mirror) {
        return URI.create(
                "%s%sorg/bytedeco/ffmpeg/%s/ffmpeg-%s-%s.jar"
                        .formatted(
                                mirror,
                                mirror.endsWith("/") ? "" : "/",
                                VERSION,
                                VERSION,
                                machine));
    }

    /// Fetches it, checks it, and unpacks its program.
    ///
    /// @param folder see [#folder]
    /// @param progress is told how many bytes have come
    /// @throws IOException with a sentence, if it can't be had, isn't the right one, or doesn't run
    public void fetch(Path folder, LongConsumer progress) throws IOException {
        fetch(address(), folder, progress);
    }

    void fetch(URI from, Path folder, LongConsumer progress) throws IOException {
        Files.createDirectories(folder);
        Path jar = Files.createTempFile(folder, "ffmpeg", ".part");
        Path unpacked = Files.createTempDirectory(folder, "ffmpeg");
        try {
            download(from, jar, progress);
            unpack(jar, unpacked);
            if (Ffmpeg.at(unpacked.resolve("ffmpeg")).isEmpty()) {
                throw new IOException(
                        "The ffmpeg that was fetched doesn't run here, probably for want of"
                                + " libraries of the system. Install ffmpeg instead.");
            }
            Files.move(unpacked, home(folder), StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | AtomicMoveNotSupportedException e) {
            throw new IOException("There is an ffmpeg already at " + home(folder) + ".", e);
        } finally {
            Files.deleteIfExists(jar);
            delete(unpacked);
        }
    }

    private void download(URI from, Path jar, LongConsumer progress) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(from).timeout(PATIENCE).build();
        try (HttpClient client =
                HttpClient.newBuilder()
                        .connectTimeout(PATIENCE)
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build()) {
            HttpResponse<InputStream> response =
                    client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                if (response.statusCode() != 200) {
                    throw new IOException(
                            "%s answers %d, so ffmpeg can't be fetched from there."
                                    .formatted(from.getHost(), response.statusCode()));
                }
                save(in, jar, progress);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Fetching ffmpeg was interrupted.", e);
        }
    }

    private void save(InputStream in, Path jar, LongConsumer progress) throws IOException {
        DigestInputStream summed = new DigestInputStream(in, sha256Digest());
        try (OutputStream out = Files.newOutputStream(jar)) {
            long left = bytes;
            for (byte[] some = summed.readNBytes(1 << 16);
                    some.length > 0 && left >= 0;
                    some = summed.readNBytes(1 << 16)) {
                out.write(some);
                left -= some.length;
                progress.accept(bytes - left);
            }
        }
        String sum = HexFormat.of().formatHex(summed.getMessageDigest().digest());
        if (!sum.equals(sha256)) {
            throw new IOException(
                    "What came isn't the ffmpeg that is known here, and was thrown away.");
        }
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unpack(Path jar, Path into) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                if (!entry.isDirectory() && WANTED.matcher(name).matches()) {
                    Path file = into.resolve(name);
                    copy(in, file);
                    if (!file.toFile().setExecutable(true)) {
                        throw new IOException("%s can't be made a program.".formatted(file));
                    }
                }
            }
        }
    }

    private static void copy(InputStream in, Path file) throws IOException {
        long left = MOST_UNPACKED;
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] some = new byte[1 << 16];
            for (int n = in.read(some); n >= 0 && left > 0; n = in.read(some)) {
                out.write(some, 0, n);
                left -= n;
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
