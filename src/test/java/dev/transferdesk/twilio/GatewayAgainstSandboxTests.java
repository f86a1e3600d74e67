package dev.transferdesk.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.transferdesk.twilio.SandboxControl.Begun;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** Every call there is, by the real client library over HTTP, to the sandbox that starts where nothing is configured. */
class GatewayAgainstSandboxTests {

    private static final String ATTRIBUTES = "{\"id\":98765432109876543210987,\"price\":1.25,\"vip\":true,\"gone\":null,"
            + "\"list\":[1,\"1\",{\"a\":[]}],\"customerName\":\"Ωμέγα 名前 🙂\"}";

    private static ConfigurableApplicationContext context;
    private static SandboxControl sandbox;
    private static URI url;

    private final Interactions interactions = context.getBean(Interactions.class);
    private final Conversations conversations = context.getBean(Conversations.class);
    private final Tasks tasks = context.getBean(Tasks.class);
    private final Workers workers = context.getBean(Workers.class);
    private final Queues queues = context.getBean(Queues.class);
    private final Workflows workflows = context.getBean(Workflows.class);

    private WorkerSid alice;
    private WorkerSid bob;
    private Begun begun;

    @BeforeAll
    static void start() {

        var application = new SpringApplication(TwilioConfigurationTests.Gateway.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        context = application.run("--sandbox.port=0", "--twilio.read-timeout=500ms",
                "--twilio.back-off.first-pause=1ms");

        url = URI.create(context.getEnvironment().getRequiredProperty("twilio.base-url"));
        sandbox = new SandboxControl(url.toString());
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @BeforeEach
    void begin() {

        sandbox.reset();

        alice = named("Alice").sid();
        bob = named("Bob").sid();
        begun = sandbox.begin(alice, "Hello");
    }

    @Test
    void knowsWorkers() {

        assertThat(workers.all()).extracting(Worker::sid).contains(alice, bob).doesNotHaveDuplicates();
        assertThat(workers.find(alice)).contains(named("Alice"));
        assertThat(workers.find(new WorkerSid("WK" + "0".repeat(32)))).isEmpty();
        assertThat(named("Alice").available()).isTrue();
        assertThat(named("Dan").available()).isFalse();
        assertThat(workers.channels(alice)).filteredOn(it -> it.taskChannel().equals("chat"))
                .singleElement()
                .satisfies(chat -> assertThat(chat.assigned()).isBetween(1, chat.capacity()));
    }

    @Test
    void knowsQueues() {

        assertThat(queues.all()).extracting(Queue::name).contains("Everyone", "Billing", "Sales", "Support");
        var billing = queue("Billing");
        assertThat(queues.find(billing.sid())).contains(billing);
        assertThat(queues.find(new QueueSid("WQ" + "0".repeat(32)))).isEmpty();
        assertThat(queues.figures(billing.sid(), "chat"))
                .satisfies(it -> assertThat(it.eligibleWorkers()).isGreaterThanOrEqualTo(it.availableWorkers()));
    }

    @Test
    void knowsWorkflows() {

        assertThat(workflows.find(chatTransfer().sid())).contains(chatTransfer());
        assertThat(workflows.find(new WorkflowSid("WW" + "0".repeat(32)))).isEmpty();
        assertThat(new JsonMapper().readTree(chatTransfer().configuration()).has("task_routing")).isTrue();
    }

    @Test
    void knowsTasksAndTheirReservations() {

        var task = tasks.find(begun.task()).orElseThrow();

        assertThat(task.status()).isEqualTo(Task.Status.ASSIGNED);
        assertThat(task.attributes().get("flexInteractionChannelSid").asString())
                .isEqualTo(begun.channel().channel().value());
        assertThat(tasks.reservationsOf(begun.task())).last().satisfies(it -> {
            assertThat(it.worker()).isEqualTo(alice);
            assertThat(it.status()).isEqualTo(Reservation.Status.ACCEPTED);
        });
        assertThat(tasks.reservationsOf(alice, Reservation.Status.ACCEPTED)).extracting(Reservation::task)
                .contains(begun.task());
        assertThat(tasks.reservationsOf(alice, Reservation.Status.REJECTED)).isEmpty();
        assertThat(tasks.find(new TaskSid("WT" + "0".repeat(32)))).isEmpty();
    }

    @Test
    void invitesAnAgentWhoAccepts() {

        var invited = invite();

        assertThat(interactions.invites(begun.channel())).contains(invited);
        var offer = offerTo(bob, invited);
        tasks.accept(invited.task(), offer.sid());

        Eventually.until(() -> participant(bob).isPresent());
        assertThat(participant(bob).orElseThrow().task()).contains(invited.task());
        assertThat(tasks.find(invited.task()).orElseThrow().status()).isEqualTo(Task.Status.ASSIGNED);
        assertThat(conversations.members(begun.conversation())).hasSize(3)
                .anyMatch(it -> it.identity().isPresent());
        assertThat(failure(() -> tasks.accept(invited.task(), offer.sid())).kind()).isEqualTo(Kind.CONFLICT);
        assertThat(failure(() -> tasks.cancel(invited.task(), "Taken back")).kind()).isEqualTo(Kind.CONFLICT);
    }

    @Test
    void theInvitedTaskHasEveryAttributeAsItIs() {

        var attributes = tasks.find(invite().task()).orElseThrow().attributes();

        Json.object(ATTRIBUTES).forEachEntry((name, value) -> assertThat(attributes.get(name)).isEqualTo(value));
    }

    @Test
    void invitesAnAgentWhoDeclines() {

        var invited = invite();
        var offer = offerTo(bob, invited);

        tasks.reject(invited.task(), offer.sid());

        assertThat(tasks.reservationsOf(invited.task()))
                .anySatisfy(it -> assertThat(it.status()).isEqualTo(Reservation.Status.REJECTED));
        assertThat(failure(() -> tasks.reject(invited.task(), offer.sid())).kind()).isEqualTo(Kind.CONFLICT);
    }

    @Test
    void callsAnInviteOff() {

        var invited = invite();

        tasks.cancel(invited.task(), "Taken back by Alice");

        var task = tasks.find(invited.task()).orElseThrow();
        assertThat(task.status()).isEqualTo(Task.Status.CANCELED);
        assertThat(task.reason()).contains("Taken back by Alice");
        assertThat(failure(() -> tasks.cancel(invited.task(), "Again")).kind()).isEqualTo(Kind.CONFLICT);
    }

    @Test
    void takesAnAgentOut() {

        interactions.close(begun.channel(), participant(alice).orElseThrow().sid());

        Eventually.until(() -> tasks.find(begun.task()).orElseThrow().status() == Task.Status.COMPLETED);
        assertThat(conversations.fetch(begun.conversation()).state()).isEqualTo(Conversation.State.ACTIVE);
    }

    @Test
    void endsAConversation() {

        interactions.close(begun.channel());

        Eventually.until(() -> conversations.fetch(begun.conversation()).state() == Conversation.State.CLOSED);
        assertThat(tasks.find(begun.task()).orElseThrow().status()).isEqualTo(Task.Status.WRAPPING);
    }

    @Test
    void keepsTheAttributesOfAConversation() {

        conversations.replaceAttributes(begun.conversation(), Json.object(ATTRIBUTES));

        assertThat(conversations.fetch(begun.conversation()).attributes()).isEqualTo(Json.object(ATTRIBUTES));
    }

    @Test
    void readsALongConversationPieceByPiece() {

        for (var i = 0; i < 130; i++) {
            sandbox.write(begun.conversation(), "message " + i);
        }

        var latest = conversations.latestMessages(begun.conversation(), 20);
        assertThat(latest).hasSize(20).isSortedAccordingTo((a, b) -> a.index() - b.index());
        assertThat(latest.getLast().body()).isEqualTo("message 129");

        var before = conversations.messagesBefore(begun.conversation(), latest.getFirst().index(), 100);
        assertThat(before).hasSize(100).last().extracting(Message::body).isEqualTo("message 109");
        assertThat(conversations.messagesBefore(begun.conversation(), before.getFirst().index(), 100).getFirst().body())
                .isEqualTo("Hello");

        var after = conversations.messagesAfter(begun.conversation(), before.getFirst().index());
        assertThat(after).hasSize(119).last().isEqualTo(latest.getLast());
        assertThat(after.getFirst()).isEqualTo(before.get(1));
        assertThat(conversations.messagesAfter(begun.conversation(), latest.getLast().index())).isEmpty();
    }

    @Test
    void saysWhatIsNotThere() {

        var nowhere = new InteractionChannel(new InteractionSid("KD" + "0".repeat(32)), begun.channel().channel());
        var nobody = new ParticipantSid("UT" + "0".repeat(32));

        assertThat(failure(() -> interactions.participants(nowhere)).kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(failure(() -> interactions.invites(nowhere)).kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(failure(() -> interactions.close(nowhere)).kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(failure(() -> interactions.close(begun.channel(), nobody)).kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(failure(() -> tasks.accept(begun.task(), new ReservationSid("WR" + "0".repeat(32)))).kind())
                .isEqualTo(Kind.NOT_FOUND);
        assertThat(failure(() -> conversations.fetch(new ConversationSid("CH" + "0".repeat(32)))).kind())
                .isEqualTo(Kind.NOT_FOUND);
    }

    @Test
    void wrongCredentialsAreRefused() throws Exception {

        try (var stranger = GatewayFixture.at(url)) {

            var failure = failure(() -> stranger.tasks.find(begun.task()));

            assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
            assertThat(failure.status()).hasValue(401);
            assertThat(failure.code()).hasValue(20003);
        }
    }

    @ParameterizedTest
    @CsvSource({ "status:500, 0", "status:503, 0", "status-after:503, 1", "reset-before, 0", "reset-after, 1",
        "delay:1500, 1" })
    void leavesItOpenWhetherABrokenInviteWasMade(String kind, int made) {

        var since = sandbox.now();
        sandbox.fault("POST", "*/Invites", kind, 1);

        assertThat(failure(this::invite).kind()).isEqualTo(Kind.UNKNOWN_OUTCOME);

        assertThat(sandbox.requests(since, "POST", "/Invites")).hasSize(1);
        Eventually.until(() -> invitesMade().size() == made);
    }

    @ParameterizedTest
    @ValueSource(strings = { "status:500", "status:503", "reset-before", "delay:1500" })
    void aBrokenReadSaysThatTwilioIsUnreachable(String kind) {

        sandbox.fault("GET", "*/TaskQueues", kind, 1);

        assertThat(failure(queues::all).kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(queues.all()).isNotEmpty();
    }

    @Test
    void asksAgainWhenTwilioIsTooBusy() {

        var since = sandbox.now();
        sandbox.fault("POST", "*/Invites", "status:429", 4);

        var invited = invite();

        assertThat(sandbox.requests(since, "POST", "/Invites")).hasSize(5);
        assertThat(invitesMade()).containsExactly(invited);
    }

    @Test
    void givesUpWhenTwilioStaysTooBusy() {

        var since = sandbox.now();
        sandbox.fault("POST", "*/Invites", "status:429", 100);

        assertThat(failure(this::invite).kind()).isEqualTo(Kind.THROTTLED);

        assertThat(sandbox.requests(since, "POST", "/Invites")).hasSize(5);
        assertThat(invitesMade()).isEmpty();
    }

    private Invited invite() {

        var attributes = Json.object(ATTRIBUTES)
                .put("transferTargetType", "worker")
                .put("transferTargetSid", bob.value())
                .put("transferQueueName", "");
        attributes.putArray("workerSidsInConversation").add(alice.value());

        return interactions.invite(begun.channel(), new Invitation(chatTransfer().sid(), "chat", attributes));
    }

    /** Since the conversation began, which was an invite too. */
    private List<Invited> invitesMade() {
        return interactions.invites(begun.channel()).stream().filter(it -> !it.task().equals(begun.task())).toList();
    }

    private Reservation offerTo(WorkerSid worker, Invited invited) {

        Eventually.until(() -> offer(worker, invited).isPresent());

        return offer(worker, invited).orElseThrow();
    }

    private Optional<Reservation> offer(WorkerSid worker, Invited invited) {
        return tasks.reservationsOf(worker, Reservation.Status.PENDING)
                .stream()
                .filter(it -> it.task().equals(invited.task()))
                .findFirst();
    }

    private Optional<Participant> participant(WorkerSid worker) {
        return interactions.participants(begun.channel())
                .stream()
                .filter(Participant::isAgent)
                .filter(it -> it.worker().equals(Optional.of(worker)))
                .findFirst();
    }

    private Worker named(String name) {
        return workers.all().stream().filter(it -> it.attributes().toString().contains(name)).findFirst().orElseThrow();
    }

    private Queue queue(String name) {
        return queues.all().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }

    private Workflow chatTransfer() {
        return workflows.all().stream().filter(it -> it.name().startsWith("Chat Transfer")).findFirst().orElseThrow();
    }

    private static TwilioFailure failure(ThrowingCallable call) {
        return catchThrowableOfType(TwilioException.class, call).failure();
    }
}
