package chatbois.protocol.name;

public record Skeleton(String value) {
    public static Skeleton of(MemberName n) {
        return new Skeleton(n.value());
    }
}
