package dev.transferdesk.desk;

import dev.transferdesk.directory.Directory;
import dev.transferdesk.directory.DirectoryWorker;
import dev.transferdesk.directory.Presence;
import dev.transferdesk.identity.Agent;
import dev.transferdesk.live.Streams;
import dev.transferdesk.twilio.AtOnce;
import dev.transferdesk.twilio.TwilioException;
import dev.transferdesk.twilio.WorkerSid;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.thymeleaf.context.LazyContextVariable;

/** Tells every page who looks at it, and how often it is to ask. */
@Order(1)
@ControllerAdvice
class ViewerAdvice {

    private final Directory directory;
    private final Streams streams;
    private final Duration pollEvery;

    ViewerAdvice(Directory directory, Streams streams,
            @Value("${freshness.poll-every:2s}") Duration pollEvery) {
        this.directory = directory;
        this.streams = streams;
        this.pollEvery = pollEvery;
    }

    /** How often an open page asks what is new while nobody tells it, in milliseconds. */
    @ModelAttribute("pollEvery")
    long pollEvery() {
        return pollEvery.toMillis();
    }

    /** What the page will have seen: noted before anything is read for it. */
    @ModelAttribute("mark")
    String mark() {
        return streams.mark();
    }

    /** Asks for the presence at once, and waits for it only when the page gets to it. */
    @ModelAttribute
    void begin(@AuthenticationPrincipal @Nullable Agent agent, Model model) {

        if (agent != null) {
            directory.begin();
            var presence = AtOnce.begin(() -> agent.worker().flatMap(this::presence));
            model.addAttribute("viewer", new LazyContextVariable<Viewer>() {

                @Override
                protected Viewer loadValue() {
                    return new Viewer(agent.displayName(), presence.get(), agent.worker().isPresent(),
                            agent.isSupervisor(), agent.isAdmin());
                }
            });
        }
    }

    private Optional<Presence> presence(WorkerSid worker) {
        try {
            return directory.worker(worker).map(DirectoryWorker::presence);
        } catch (TwilioException unavailable) {
            return Optional.empty();
        }
    }
}
