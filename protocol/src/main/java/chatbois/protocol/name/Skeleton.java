package chatbois.protocol.name;

import java.text.Normalizer;

/// What is left of a name when look-alikes are made equal: equal skeletons can be mistaken.
///
/// It is UTS #39's skeleton, taken before and after folding the case: before, because `I` looks
/// like `l` and `i` does not; after, because a reader knows that case doesn't count. It judges a
/// name as it is written, so a server compares it beside [NameKey] and not in its place.
/// `skeleton.txt` is generated from ICU4J by `NameTables` in the tests, which says how.
public record Skeleton(String value) {
    private static final CodePointTable<String> PROTOTYPES =
            CodePointTable.read("skeleton.txt", Skeleton::decode);

    public static Skeleton of(MemberName name) {
        return new Skeleton(skeleton(name.value()));
    }

    public static Skeleton of(ChatName name) {
        return new Skeleton(skeleton(name.value()));
    }

    static String skeleton(String text) {
        return prototypes(NameKey.fold(prototypes(text)));
    }

    @Override
    public String toString() {
        return value;
    }

    /// UTS #39's skeleton of a text: each code point replaced by the one it can be mistaken for.
    static String prototypes(String text) {
        var prototypes = new StringBuilder();
        decomposed(text).codePoints().forEach(codePoint -> append(prototypes, codePoint));
        return decomposed(prototypes.toString());
    }

    private static void append(StringBuilder prototypes, int codePoint) {
        var prototype = PROTOTYPES.get(codePoint);
        if (prototype == null) {
            prototypes.appendCodePoint(codePoint);
        } else {
            prototypes.append(prototype);
        }
    }

    static String decomposed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD);
    }

    private static String decode(String label) {
        var prototype = new StringBuilder();
        for (String hex : label.split(" ", -1)) {
            prototype.appendCodePoint(Integer.parseInt(hex, 16));
        }
        return prototype.toString();
    }
}
