package dev.transferdesk.histories;

import static dev.transferdesk.twilio.FakeTwilio.sid;

import dev.transferdesk.histories.Staff.Team;
import dev.transferdesk.twilio.ChannelSid;
import dev.transferdesk.twilio.Conversation;
import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.FakeTwilio;
import dev.transferdesk.twilio.InteractionChannel;
import dev.transferdesk.twilio.InteractionSid;
import dev.transferdesk.twilio.InviteSid;
import dev.transferdesk.twilio.Invited;
import dev.transferdesk.twilio.Member;
import dev.transferdesk.twilio.MemberSid;
import dev.transferdesk.twilio.Participant;
import dev.transferdesk.twilio.ParticipantSid;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.Workflow;
import dev.transferdesk.twilio.WorkflowSid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** All that Twilio holds of a small contact centre, as it really is: what is asked of it may be older. */
final class World {

    final WorldClock clock = new WorldClock();
    final Agenda agenda = new Agenda(clock);
    final Traits traits;
    final Map<ConversationSid, Chat> chats = new LinkedHashMap<>();
    final Map<TaskSid, Job> jobs = new LinkedHashMap<>();
    final Set<Staff> available = EnumSet.allOf(Staff.class);
    final List<Happening> happenings = new ArrayList<>();
    final Workflow workflow = new Workflow(new WorkflowSid(sid("WW", 1)), "Chat Transfer", configuration());
    final Dispatch dispatch = new Dispatch(this);

    private int numbers = 100;

    World(Traits traits) {
        this.traits = traits;
    }

    /** Something that webhooks tell of. */
    record Happening(int number, String type, Job job, Optional<dev.transferdesk.twilio.Reservation> reservation,
            java.time.Instant at) {}

    void pass(Duration time) {
        agenda.pass(time);
        dispatch.offerAll();
    }

    String next(String prefix) {
        return sid(prefix, ++numbers);
    }

    /** A customer has written, and this agent has taken the task. */
    Chat begin(String customer, Staff agent) {

        var chat = new Chat(customer, new ConversationSid(next("CH")),
                new InteractionChannel(new InteractionSid(next("KD")), new ChannelSid(next("UO"))),
                FakeTwilio.json("{'theirs': 'from the start'}"), clock.instant());
        chat.foreignKeys.put("theirs", "from the start");
        chats.put(chat.conversation, chat);
        chat.enter(new Member(new MemberSid(next("MB")), Optional.of(customer.toLowerCase(java.util.Locale.ROOT)),
                Optional.empty(), FakeTwilio.json("{}"), clock.instant()), clock.instant());

        var job = add(chat, FakeTwilio.json("""
                {'flexInteractionSid': '%s', 'flexInteractionChannelSid': '%s', 'conversationSid': '%s',
                 'channelType': 'web', 'customerName': '%s'}
                """.formatted(chat.channel.interaction(), chat.channel.channel(), chat.conversation, customer)));
        dispatch.assign(job, agent);

        return chat;
    }

    Job add(Chat chat, ObjectNode attributes) {
        var job = new Job(new TaskSid(next("WT")), chat, attributes, clock.instant());
        jobs.put(job.sid, job);
        return job;
    }

    Invited invite(Chat chat, ObjectNode attributes) {

        var invite = new InviteSid(next("KG"));
        var job = add(chat, attributes.deepCopy().put("flexChannelInviteSid", invite.value()));
        var invited = new Invited(invite, job.sid);

        chat.invited(invited, clock.instant());
        agenda.in(traits.queueing(), () -> dispatch.giveUp(job));
        dispatch.offerAll();

        return invited;
    }

    /** Whoever has taken the task sits down in the conversation, which they can write in then. */
    void seat(Job job, Staff agent) {

        if (!job.isAssigned() || !job.chat.isOpen()) {
            return;
        }

        var now = clock.instant();
        job.chat.sit(new Participant(new ParticipantSid(next("UT")), Participant.Type.AGENT,
                Optional.of(agent.worker()), Optional.of(job.sid)), now);
        if (!isIn(job.chat, agent)) {
            job.chat.enter(new Member(new MemberSid(next("MB")), Optional.of(agent.identity()), Optional.empty(),
                    FakeTwilio.json("{}"), now), now);
        }
    }

    /** Takes an agent out: their task completes, and they can't write any more. */
    void unseat(Chat chat, Participant participant) {
        var job = jobs.get(participant.task().orElseThrow());
        chat.stand(participant, traits.listsDeparted(), clock.instant());
        dispatch.complete(job);
        if (seats(chat, Staff.of(participant.worker().orElseThrow())).isEmpty()) {
            chat.exit(Staff.of(participant.worker().orElseThrow()).identity(), clock.instant());
        }
    }

    void close(Chat chat) {
        chat.state = Conversation.State.CLOSED;
        jobs.values().stream().filter(it -> it.chat == chat).forEach(dispatch::closed);
    }

    boolean isIn(Chat chat, Staff agent) {
        return chat.now().members().stream().anyMatch(it -> it.identity().filter(agent.identity()::equals).isPresent());
    }

    List<Staff> agentsIn(Chat chat) {
        return Stream.of(Staff.values()).filter(it -> isIn(chat, it)).toList();
    }

    /** Those of the agent's seats whose task is not over. */
    List<Participant> seats(Chat chat, Staff agent) {
        return chat.now()
                .participants()
                .stream()
                .filter(it -> it.worker().filter(agent.worker()::equals).isPresent())
                .filter(it -> it.task().map(jobs::get).filter(Job::isAssigned).isPresent())
                .toList();
    }

    List<Job> jobsOf(Chat chat) {
        return jobs.values().stream().filter(it -> it.chat == chat).toList();
    }

    List<Job> heldBy(Staff agent) {
        return jobs.values()
                .stream()
                .filter(it -> it.isAssigned() && it.takenBy.filter(agent.worker()::equals).isPresent())
                .toList();
    }

    private static String configuration() {

        var toAgents = """
                {"filter_friendly_name": "Agents", "expression": "transferTargetType == 'worker'",
                 "targets": [{"queue": "%s", "known_worker_sid": "task.transferTargetSid"}]}"""
                .formatted(Team.EVERYONE.queue());
        var toTeams = Stream.of(Team.values()).map(it -> """
                {"filter_friendly_name": "%1$s", "expression": "transferQueueName == '%1$s'",
                 "targets": [{"queue": "%2$s"}]}""".formatted(it.title(), it.queue())).toList();

        return "{\"task_routing\": {\"filters\": [%s, %s], \"default_filter\": {\"queue\": \"%s\"}}}"
                .formatted(toAgents, String.join(",", toTeams), Team.EVERYONE.queue());
    }
}
