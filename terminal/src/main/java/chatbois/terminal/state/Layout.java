package chatbois.terminal.state;

import chatbois.terminal.setting.Setting;
import chatbois.terminal.talk.Look;
import chatbois.terminal.talk.Row;
import chatbois.terminal.text.Wrap;
import java.util.List;

/// Where everything is on the screen: from the top the title, a warning if there is one, the chat,
/// the status and the input; the list to the left of the first three, the members to the right of
/// the chat.
///
/// @param list the columns of the chat list with its border and a blank; 0 if it is hidden
/// @param members the columns of the list of members with its border; 0 if it is hidden
/// @param tour what a newcomer is to try, above the status
/// @param input the rows of the input
public record Layout(
        int width, int height, int list, int members, List<Row> banner, List<Row> tour, int input) {
    /// The first row of a list that lies over the chat, below its title and its field.
    public static final int LIST_TOP = 2;

    /// So much of the chat must stay beside the members.
    private static final int LEAST_TALK = 24;

    /// Smaller than this, nothing can be shown.
    static final int LEAST_WIDTH = 30;

    static final int LEAST_HEIGHT = 8;

    private static final int MOST_BANNER_ROWS = 6;

    /// On fewer rows there is no room for a tour.
    private static final int TOUR_HEIGHT = 12;

    static final String PROMPT = "> ";

    static Layout of(Model model) {
        int width = model.width();
        int height = model.height();
        int list = list(model);
        int input = model.editor().view(width - PROMPT.length(), mostInput(model)).rows().size();
        return new Layout(
                width,
                height,
                list,
                members(model),
                banner(model.warning(), width - list),
                tour(model, width - list),
                input);
    }

    /// Whether there is so much room that the chat list is shown if the member never said.
    static boolean listsByItself(Model model) {
        return model.width() >= model.settings().number(Setting.LOOKS_LIST_FROM);
    }

    static boolean showsMembersByItself(Model model) {
        return model.width() >= model.settings().number(Setting.LOOKS_MEMBERS_FROM);
    }

    private static int list(Model model) {
        boolean listed = model.listChosen().orElse(listsByItself(model));
        return listed ? Math.clamp(model.width() / 4, 16, 28) : 0;
    }

    /// The columns of the list of members: asked for at each key, and so without measuring what is
    /// written.
    static int members(Model model) {
        int room = model.width() - list(model);
        boolean wanted = model.membersChosen.orElse(showsMembersByItself(model));
        int columns = Math.clamp(model.width() / 6, 16, 26);
        return wanted && model.chat().isPresent() && room - columns >= LEAST_TALK ? columns : 0;
    }

    private static int mostInput(Model model) {
        return Math.clamp(model.height() / 4, 1, model.settings().number(Setting.WRITING_ROWS));
    }

    private static List<Row> banner(String warning, int width) {
        if (warning.isEmpty()) {
            return List.of();
        }
        return Wrap.rows(warning, width - 2).stream()
                .limit(MOST_BANNER_ROWS)
                .map(row -> Row.of(" " + row, Look.ALARM))
                .toList();
    }

    private static List<Row> tour(Model model, int width) {
        if (model.height() < TOUR_HEIGHT) {
            return List.of();
        }
        return model.tour.sentence(model).stream()
                .flatMap(sentence -> Wrap.rows(sentence, width - 2).stream())
                .limit(model.height() / 2 - 1)
                .map(row -> Row.of(" " + row, Look.BAR_STRONG))
                .toList();
    }

    /// The columns of the list itself and its border.
    public int listColumns() {
        return Math.max(list - 1, 0);
    }

    public boolean isTooSmall() {
        return width < LEAST_WIDTH || height < LEAST_HEIGHT;
    }

    /// The columns of the chat.
    public int talkWidth() {
        return Math.max(width - list - members, 1);
    }

    /// The first row of the chat.
    public int talkTop() {
        return 1 + banner.size();
    }

    /// The rows of the chat.
    public int talkHeight() {
        return Math.max(tourRow() - talkTop(), 1);
    }

    /// The columns of the tour, which goes on below the members.
    public int tourWidth() {
        return width - list;
    }

    /// The first row of the tour, or the status.
    public int tourRow() {
        return statusRow() - tour.size();
    }

    public int statusRow() {
        return height - 1 - input;
    }
}
