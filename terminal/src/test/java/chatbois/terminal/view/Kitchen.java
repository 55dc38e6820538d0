package chatbois.terminal.view;

import chatbois.client.session.Entry.Delivery;
import chatbois.client.session.Said;
import chatbois.terminal.setting.Setting;
import chatbois.terminal.state.Scene;

/// The chats that many of these pictures show.
final class Kitchen {
    private Kitchen() {}

    /// With the chat list also where there is less room than it usually wants.
    static Scene listed(int width, int height) {
        return new Scene(width, height).set(Setting.LOOKS_LIST_FROM, "60");
    }

    static Scene kitchen(int width, int height) {
        Scene scene =
                listed(width, height)
                        .members("bob", "carl")
                        .chat("#general", 0)
                        .chat("#plans", 3)
                        .chat("@bob", 1)
                        .invitation("#secret", "carl")
                        .says("bob", "Is anybody hungry?")
                        .said("anna", new Said.Action("looks into the fridge"), Delivery.STORED)
                        .said("carl", new Said.Happened("carl came in"), Delivery.STORED)
                        .says("anna", "Nothing there but a very lonely carrot, I am afraid to say.")
                        .says("anna", "And half a lemon.")
                        .said("anna", new Said.Text("Shall we go out?"), Delivery.PENDING);
        scene.changed();
        return scene;
    }
}
