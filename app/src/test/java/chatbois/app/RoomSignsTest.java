package chatbois.app;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every package has a room sign, its package-info, and the sign's last line, "May use: a, b.",
/// names exactly the packages of chatbois that the bytecode uses, or "nothing": what the signs say
/// is the architecture.
class RoomSignsTest {
    private static final String MAY_USE = "May use: ";

    private static final JavaClasses BYTECODE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("chatbois");

    @ParameterizedTest
    @MethodSource("rooms")
    void a_room_uses_what_its_sign_says(String name, Path sign) throws IOException {
        assertThat(used(name))
                .as("chatbois.%s: used, against its sign", name)
                .isEqualTo(mayUse(sign));
    }

    /// The name and the sign of each package that has sources; not bench's, which is built later.
    static Stream<Object[]> rooms() throws IOException {
        var source = FileSystems.getDefault().getPathMatcher("glob:../*/src/main/java/**.java");
        try (var files = Files.walk(Path.of(".."))) {
            return files
                    .filter(source::matches)
                    .map(file -> file.resolveSibling("package-info.java"))
                    .filter(sign -> !sign.startsWith("../bench"))
                    .distinct()
                    .map(sign -> new Object[] {nameOf(sign), sign})
                    .toList()
                    .stream();
        }
    }

    /// From `../log/src/main/java/chatbois/log/package-info.java` to `log`.
    private static String nameOf(Path sign) {
        return sign.subpath(6, sign.getNameCount() - 1).toString().replace("/", ".");
    }

    private static Set<String> mayUse(Path sign) throws IOException {
        var comment = Files.readAllLines(sign).stream().filter(line -> line.startsWith("///"));
        var words = comment.map(line -> line.substring(3).strip()).collect(joining(" "));
        assertThat(words).as("the comment in %s", sign).contains(MAY_USE).endsWith(".");
        var names = words.substring(words.indexOf(MAY_USE) + MAY_USE.length(), words.length() - 1);
        return names.equals("nothing") ? Set.of() : new TreeSet<>(List.of(names.split(", ")));
    }

    private static Set<String> used(String name) {
        var room = BYTECODE.getPackage("chatbois." + name);
        return room.getClassDependenciesFromThisPackage().stream()
                .map(use -> use.getTargetClass().getBaseComponentType().getPackageName())
                .filter(used -> used.startsWith("chatbois.") && !used.equals(room.getName()))
                .map(used -> used.substring("chatbois.".length()))
                .collect(toCollection(TreeSet::new));
    }
}
