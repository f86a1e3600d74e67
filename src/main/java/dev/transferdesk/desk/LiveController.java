package dev.transferdesk.desk;

import dev.transferdesk.conversation.AgentTask;
import dev.transferdesk.conversation.AgentTasks;
import dev.transferdesk.conversation.Offer;
import dev.transferdesk.identity.Agent;
import dev.transferdesk.identity.CurrentAgent;
import dev.transferdesk.live.Streams;
import dev.transferdesk.live.Subscriber;
import dev.transferdesk.live.Topic;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.WorkerSid;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Connects open pages, so that they are told when to ask for what they show. */
@Controller
class LiveController {

    private final Streams streams;
    private final AgentTasks tasks;

    LiveController(Streams streams, AgentTasks tasks) {
        this.streams = streams;
        this.tasks = tasks;
    }

    /** A proxy that collects what it passes on would make news old. */
    @ModelAttribute
    void pass(HttpServletResponse response) {
        response.setHeader("X-Accel-Buffering", "no");
    }

    /** What the page has seen: what it was made with, or what it was told when it was connected before. */
    @ModelAttribute("seen")
    String seen(@RequestParam(defaultValue = "") String seen,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "") String lately) {
        return lately.isEmpty() ? seen : lately;
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter desk(@CurrentAgent Agent agent, @ModelAttribute(name = "seen", binding = false) String seen,
            HttpSession session) {
        return connected(session, seen, () -> Optional.of(topics(agent, false)));
    }

    /**
     * The same desk, for as long as the selected conversation is the agent's.
     *
     * @param people whether somebody is being chosen on it
     */
    @GetMapping(path = "/tasks/{task}/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter task(@PathVariable String task, @CurrentAgent Agent agent,
            @ModelAttribute(name = "seen", binding = false) String seen,
            @RequestParam(defaultValue = "false") boolean people, HttpSession session) {

        if (!isOwn(task, agent)) {
            throw new TaskGone();
        }

        return connected(session, seen, () -> Optional.of(topics(agent, people)).filter(_ -> isOwn(task, agent)));
    }

    @GetMapping(path = "/admin/transfers/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter board(@CurrentAgent Agent agent, @ModelAttribute(name = "seen", binding = false) String seen,
            HttpSession session) {
        return connected(session, seen, () -> Optional.of(elsewhere(agent, Topic.TRANSFERS)));
    }

    /** What became of what the agent has sent, and what waits for them. */
    @GetMapping(path = "/transfers/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter sent(@CurrentAgent Agent agent, @ModelAttribute(name = "seen", binding = false) String seen,
            HttpSession session) {
        return connected(session, seen, () -> Optional.of(elsewhere(agent, Topic.sender(agent.getUsername()))));
    }

    private SseEmitter connected(HttpSession session, String seen, Supplier<Optional<Set<Topic>>> topics) {
        return streams.open(new Subscriber(session.getId(), topics), seen)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE));
    }

    private static Set<Topic> elsewhere(Agent agent, Topic what) {
        return Stream.concat(Stream.of(Topic.EVERYBODY, what), agent.worker().map(Topic::worker).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean isOwn(String task, Agent agent) {
        return agent.worker().flatMap(it -> TaskSid.parse(task).flatMap(sid -> tasks.find(sid, it))).isPresent();
    }

    private Set<Topic> topics(Agent agent, boolean people) {
        return Stream.of(Stream.of(Topic.EVERYBODY, Topic.sender(agent.getUsername())),
                people ? Stream.of(Topic.PEOPLE) : Stream.<Topic>empty(),
                agent.worker().stream().flatMap(this::topics))
                .flatMap(it -> it)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Stream<Topic> topics(WorkerSid worker) {

        var held = tasks.heldBy(worker);
        var conversations = Stream.concat(held.tasks().stream().map(AgentTask::conversation),
                held.offers().stream().map(Offer::conversation));

        return Stream.concat(Stream.of(Topic.worker(worker)), conversations.map(Topic::conversation));
    }
}
