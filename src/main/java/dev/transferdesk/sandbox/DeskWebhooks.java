package dev.transferdesk.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/**
 * Has the desk that the sandbox starts with told what happens, as an operator would at Twilio.
 *
 * @param url where the desk can be called
 */
record DeskWebhooks(String url) {

    private static final String PUBLIC_URL = "webhooks.public-url";
    private static final List<String> CONVERSATION_EVENTS = List.of("onMessageAdded", "onParticipantAdded",
            "onParticipantRemoved", "onConversationUpdated", "onConversationStateUpdated");

    /** Nothing where it is not wanted, or the desk's port is not known before it listens. */
    static Optional<DeskWebhooks> of(Environment desk) {
        if (!SandboxSettings.of(desk).deskWebhooks()) {
            return Optional.empty();
        }
        return configured(desk).or(() -> beside(desk)).map(DeskWebhooks::new);
    }

    private static Optional<String> configured(Environment desk) {
        return Optional.of(desk.getProperty(PUBLIC_URL, "").strip().replaceFirst("/+$", ""))
                .filter(url -> !url.isEmpty());
    }

    private static Optional<String> beside(Environment desk) {
        return Optional.of(desk.getProperty("server.port", Integer.class, 8080))
                .filter(port -> port > 0)
                .map(port -> "http://localhost:" + port + desk.getProperty("server.servlet.context-path", ""));
    }

    void connect(ConfigurableEnvironment desk, SandboxServer server) {
        desk.getPropertySources()
                .addBefore("sandbox", new MapPropertySource("sandbox-webhooks", Map.of(PUBLIC_URL, url)));
        var state = server.bean(State.class);
        server.bean(World.class).run(() -> {
            state.workspace.sendEventsTo(url + "/webhooks/taskrouter");
            state.conversationsConfiguration.postTo(url + "/webhooks/conversations");
            state.conversationsConfiguration.only(CONVERSATION_EVENTS);
        });
    }
}
