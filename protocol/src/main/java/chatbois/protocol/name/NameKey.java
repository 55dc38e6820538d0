package chatbois.protocol.name;

public record NameKey(String value) {
    public static NameKey of(MemberName n) {
        return new NameKey(n.value().toLowerCase(java.util.Locale.ROOT));
    }
}
