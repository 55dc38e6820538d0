package chatbois.terminal.setting;

import java.util.EnumMap;
import java.util.Map;

/// What a member has set; all else is as it comes.
///
/// @param chosen values that their kinds have let through
public record Settings(Map<Setting, String> chosen) {
    /// Nothing is set.
    public static final Settings STANDARD = new Settings(Map.of());

    public Settings {
        chosen = Map.copyOf(chosen);
    }

    /// One as it is now, whatever its kind.
    public String value(Setting setting) {
        return chosen.getOrDefault(setting, setting.standard());
    }

    public boolean isOn(Setting setting) {
        return Boolean.parseBoolean(value(setting));
    }

    public int number(Setting setting) {
        return Integer.parseInt(value(setting));
    }

    /// Whether the member has set it.
    public boolean isChosen(Setting setting) {
        return chosen.containsKey(setting);
    }

    /// The same with another value.
    public Settings with(Setting setting, String value) {
        Map<Setting, String> more = new EnumMap<>(Setting.class);
        more.putAll(chosen);
        more.put(setting, value);
        return new Settings(more);
    }
}
