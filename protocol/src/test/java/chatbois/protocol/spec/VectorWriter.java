package chatbois.protocol.spec;

import chatbois.log.Bytes32;
import java.util.HexFormat;

/// Sections of `name = value` lines, bytes in hex.
final class VectorWriter {
    private final StringBuilder text = new StringBuilder();

    VectorWriter comment(String line) {
        text.append("# ").append(line).append('\n');
        return this;
    }

    VectorWriter section(String name) {
        text.append("\n[").append(name).append("]\n");
        return this;
    }

    VectorWriter put(String name, Object value) {
        text.append(name).append(" = ").append(value).append('\n');
        return this;
    }

    VectorWriter put(String name, byte[] bytes) {
        return put(name, HexFormat.of().formatHex(bytes));
    }

    VectorWriter put(String name, Bytes32 bytes) {
        return put(name, bytes.bytes());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
