package chatbois.protocol.name;

public record MemberName(String value) {}
