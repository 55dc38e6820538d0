package chatbois.terminal.setting;

/// Where something stands in the file.
///
/// @param table empty for what stands before all tables
public record Spot(String table, String name) {
    @Override
    public String toString() {
        return table.isEmpty() ? name : table + "." + name;
    }
}
