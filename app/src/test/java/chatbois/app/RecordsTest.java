package chatbois.app;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Some records have their `equals` written out, since what they have by themselves is put together
/// at run time. What is written out must not forget a part that is added later.
class RecordsTest {
    private static final JavaClasses BYTECODE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("chatbois");

    static Stream<JavaClass> written() {
        return BYTECODE.stream()
                .filter(JavaClass::isRecord)
                .filter(type -> equalsOf(type).filter(e -> !used(e).isEmpty()).isPresent());
    }

    private static Optional<JavaMethod> equalsOf(JavaClass type) {
        return type.tryGetMethod("equals", Object.class);
    }

    /// What a method reads of its own class, itself or by what it calls there.
    private static Set<String> used(JavaMethod method) {
        Set<String> used = new TreeSet<>();
        addUsed(method, used);
        return used;
    }

    private static void addUsed(JavaMethod method, Set<String> used) {
        JavaClass type = method.getOwner();
        method.getFieldAccesses().stream()
                .map(JavaAccess::getTarget)
                .filter(target -> target.getOwner().equals(type))
                .forEach(field -> used.add(field.getName()));
        method.getMethodCallsFromSelf().stream()
                .map(call -> call.getTarget().resolveMember())
                .flatMap(Optional::stream)
                .filter(called -> called.getOwner().equals(type) && used.add(called.getName()))
                .forEach(called -> addUsed(called, used));
    }

    private static Set<String> parts(JavaClass type) {
        return type.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .map(field -> field.getName())
                .collect(toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("written")
    void an_equals_that_is_written_out_compares_every_part(JavaClass type) {
        assertThat(used(equalsOf(type).orElseThrow())).containsAll(parts(type));
    }

    @Test
    void there_are_some() {
        assertThat(written().map(JavaClass::getSimpleName)).contains("Stroke", "Style", "LogId");
    }
}
