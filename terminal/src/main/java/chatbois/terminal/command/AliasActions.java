package chatbois.terminal.command;

import chatbois.terminal.setting.Aliases;
import chatbois.terminal.setting.ConfigFile;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// What is typed about aliases.
final class AliasActions {
    private final ConfigFile file;

    AliasActions(ConfigFile file) {
        this.file = file;
    }

    CompletableFuture<Outcome> run(String typed) {
        if (typed.isEmpty()) {
            return CompletableFuture.completedFuture(list());
        }
        String[] parts = typed.split("\\s*=\\s*|\\s+", 2);
        String name = Aliases.name(parts[0]);
        if (parts.length < 2 || parts[1].isBlank()) {
            return CompletableFuture.completedFuture(Outcome.told(line(name, known(name))));
        }
        String text = parts[1].strip();
        return Later.run(
                "alias",
                () -> {
                    file.alias(name, text);
                    return Outcome.told(line(name, text));
                });
    }

    CompletableFuture<Outcome> remove(String typed) {
        String name = Aliases.name(typed);
        known(name);
        return Later.run(
                "alias",
                () -> {
                    file.unalias(name);
                    return Outcome.told("/" + name + " stands for nothing any more.");
                });
    }

    private String known(String name) {
        String text = file.now().aliases().texts().get(name);
        if (text == null) {
            throw new WrongUsage("There is no alias /" + name + "; /alias lists them.");
        }
        return text;
    }

    private static String line(String name, String text) {
        return "/" + name + " = " + text;
    }

    private Outcome list() {
        Aliases aliases = file.now().aliases();
        if (aliases.texts().isEmpty()) {
            return Outcome.told(
                    "You have no aliases; /alias NAME = TEXT makes one:",
                    "/alias hi = Hello $*!   /alias away = /status away: $*");
        }
        Table table =
                new Table(
                        List.of("alias", "stands for"),
                        aliases.sorted().entrySet().stream()
                                .map(one -> List.<Object>of("/" + one.getKey(), one.getValue()))
                                .toList());
        return Outcome.listed(
                table, List.of("/unalias NAME removes one; they are kept in " + file.path() + "."));
    }
}
