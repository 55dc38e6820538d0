package chatbois.protocol.name;

public record ChatName(String value) {}
