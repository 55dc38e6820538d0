package chatbois.bench;

import chatbois.protocol.name.SearchKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Names as people have them, made up: most of plain letters, some with accents, some in other
/// scripts, no two that fold alike.
final class MadeUpNames {
    private static final String[] SYLLABLES = {
        "an", "na", "be", "ri", "ka", "lo", "mar", "tin", "so", "fie", "jo", "han", "el", "sa",
                "da",
        "vid", "mi", "chel", "to", "mas", "ju", "li", "us", "ro", "se", "pe", "ter", "vic", "hu",
                "go"
    };
    private static final String[] ACCENTED = {
        "é", "jö", "rg", "zo", "ë", "ño", "mu", "ña", "çe", "li", "k", "ø", "re", "n", "ła", "ś",
        "ša"
    };
    private static final String CYRILLIC = "абвгдежзиклмнопрстуфхшюя";

    private MadeUpNames() {}

    static List<String> make(int count, long seed) {
        Random random = new Random(seed);
        Set<String> folded = new HashSet<>();
        List<String> names = new ArrayList<>(count);
        while (names.size() < count) {
            String name = name(random);
            if (folded.add(SearchKey.of(name).folded())) {
                names.add(name);
            }
        }
        return names;
    }

    private static String name(Random random) {
        int kind = random.nextInt(100);
        StringBuilder name = new StringBuilder();
        if (kind < 5) {
            for (int i = 3 + random.nextInt(3); i > 0; i--) {
                name.appendCodePoint(0x4E00 + random.nextInt(2_000));
            }
        } else if (kind < 10) {
            for (int i = 5 + random.nextInt(6); i > 0; i--) {
                name.append(CYRILLIC.charAt(random.nextInt(CYRILLIC.length())));
            }
        } else {
            for (int i = 2 + random.nextInt(4); i > 0; i--) {
                name.append(one(kind < 20 && i % 2 == 0 ? ACCENTED : SYLLABLES, random));
            }
            if (random.nextInt(3) > 0) {
                name.append(random.nextBoolean() ? "" : "_").append(random.nextInt(1_000));
            }
        }
        name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
        return name.toString();
    }

    private static String one(String[] all, Random random) {
        return all[random.nextInt(all.length)];
    }
}
