package dev.transferdesk.soak;

import dev.transferdesk.contract.Desk;
import dev.transferdesk.contract.Sandbox;
import dev.transferdesk.soak.Flow.Release;
import dev.transferdesk.soak.Flow.Reply;
import dev.transferdesk.soak.Scene.Offer;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Alice at her desk, and Bob and Carol, who are offered what she sends, in their Flex. */
final class People {

    static final int AT_ONCE = 1000;

    final String alice;
    final String bob;

    private final Sandbox sandbox;
    private volatile Desk aliceAtHerDesk;
    private volatile Desk admin;
    private final Set<Journey> declined = ConcurrentHashMap.newKeySet();

    People(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.alice = sandbox.worker("Alice Alvarez");
        this.bob = sandbox.worker("Bob Brandt");
        List.of(alice, bob, sandbox.worker("Carol Chen")).forEach(it -> sandbox.capacity(it, AT_ONCE));
    }

    List<String> accounts() {
        return List.of("--identity.users[0].username=alice", "--identity.users[0].password=sandbox",
                "--identity.users[0].role=AGENT", "--identity.users[0].display-name=Alice Alvarez",
                "--identity.users[0].worker-sid=" + alice, "--identity.users[1].username=ada",
                "--identity.users[1].password=sandbox", "--identity.users[1].role=ADMIN");
    }

    /** After every start of the desk. */
    void signIn(URI desk) {
        aliceAtHerDesk = Desk.signedIn(desk, "alice");
        admin = Desk.signedIn(desk, "ada");
    }

    /** A customer is in conversation with Alice, and another program has left something in its attributes. */
    Journey arrive(Flow flow, int stopAt) {

        var at = sandbox.begin(alice, "Hello");
        var attributes = ((ObjectNode) sandbox.conversation(at).get("attributes")).deepCopy();
        attributes.putObject("crm").put("ticket", 4711).put("amount", "1.10");
        sandbox.describe(at.conversationUrl(), attributes);

        return new Journey(flow, stopAt, at, attributes);
    }

    boolean alicesDeskShows(Journey journey) {
        return aliceAtHerDesk.page("/tasks/" + journey.at().task()).status() == 200;
    }

    void release(Release when) {
        admin.put("/admin/settings/transfers.release", "value", when.name());
    }

    void begin(Journey journey) {
        journey.clicks().click(() -> {
            switch (journey.flow().click) {
                case TRANSFER -> send(journey, "transfers");
                case INVITE -> send(journey, "invites");
                case LEAVE -> aliceAtHerDesk.post("/tasks/%s/departure".formatted(journey.at().task()));
            }
        });
    }

    private void send(Journey journey, String what) {
        aliceAtHerDesk.post("/tasks/%s/%s".formatted(journey.at().task(), what), "target", bob, "note", "as agreed",
                "request", journey.request());
    }

    /** Whatever people have a reason to do now. */
    void goOn(Journey journey, Scene scene) {

        if (journey.flow().reply == Reply.CALLED_OFF) {
            if (!scene.waiting(journey.at()).isEmpty()) {
                journey.clicks().click(() -> callOff(journey));
            }
            return;
        }

        scene.offers(journey.at())
                .forEach(it -> sandbox.answer(it.task(),
                        journey.flow().reply == Reply.DECLINE_FIRST && it.worker().equals(bob) ? "rejected"
                                : "accepted"));
    }

    /** With the button that her page has for it, if it has one yet. */
    private void callOff(Journey journey) {
        aliceAtHerDesk.page("/tasks/" + journey.at().task())
                .html()
                .select("button[id^=takeback-], button[id^=cancel-invite-]")
                .eachAttr("hx-delete")
                .stream()
                .filter(it -> it.startsWith("/tasks/" + journey.at().task()))
                .findFirst()
                .ifPresent(aliceAtHerDesk::delete);
    }

    /** What the bars on Alice's pages say: the one of the conversation, as long as she is in it, and her start page. */
    String told(Journey journey, String transfer) {
        return Stream.of("/tasks", "/tasks/" + journey.at().task())
                .map(it -> aliceAtHerDesk.page(it).html().select("#bar-" + transfer).text())
                .collect(Collectors.joining());
    }

    /** Alice closes the bar. */
    void closeBar(String transfer) {
        aliceAtHerDesk.post("/transfers/%s/acknowledgement".formatted(transfer));
    }
}
