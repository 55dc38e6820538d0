package chatbois.terminal.chat;

import chatbois.client.home.Home;
import chatbois.client.home.TextFile;
import chatbois.log.LogId;
import chatbois.terminal.state.Place;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Where it is kept which chat has which number: a line for each, `3 COMMUNITY CHAT`. Owned by the
/// screen's thread; read before the first is saved.
final class NumbersFile {
    private final TextFile file;

    /// Saves what is to be saved last, once the one before has.
    private Thread saver = new Thread();

    NumbersFile(Home home) {
        file = home.text("numbers");
    }

    /// What makes no sense, or can't be read, counts for nothing: a number is soon given again.
    Map<Integer, Place> read() {
        Map<Integer, Place> numbers = new TreeMap<>();
        try {
            file.read().orElse("").lines().forEach(line -> add(numbers, line));
        } catch (IOException _) {
            numbers.clear();
        }
        return numbers;
    }

    private static void add(Map<Integer, Place> numbers, String line) {
        String[] words = line.split(" ", -1);
        if (words.length < 2 || words.length > 3 || !words[0].matches("[1-9]")) {
            return;
        }
        try {
            LogId chat = words.length == 3 ? LogId.parse(words[2]) : null;
            numbers.put(Integer.parseInt(words[0]), new Place(LogId.parse(words[1]), chat));
        } catch (IllegalArgumentException _) {
            // no id
        }
    }

    /// Replaces them in the background.
    ///
    /// @param failed takes a sentence if that was not possible
    void save(Map<Integer, Place> numbers, Consumer<String> failed) {
        Thread before = saver;
        saver = Thread.ofVirtual().name("numbers").start(() -> replace(numbers, before, failed));
    }

    private void replace(Map<Integer, Place> numbers, Thread before, Consumer<String> failed) {
        try {
            before.join();
            file.replace(
                    numbers.entrySet().stream()
                            .map(each -> line(each.getKey(), each.getValue()))
                            .sorted()
                            .collect(Collectors.joining()));
        } catch (IOException e) {
            failed.accept("The numbers of the chats could not be saved: " + e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits until all is saved.
    void finish() throws InterruptedException {
        saver.join();
    }

    private static String line(int number, Place place) {
        String chat = place.chat() == null ? "" : " " + place.chat();
        return number + " " + place.community() + chat + "\n";
    }
}
