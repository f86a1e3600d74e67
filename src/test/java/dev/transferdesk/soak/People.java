package dev.transferdesk.soak;

import dev.transferdesk.contract.Desk;
import dev.transferdesk.contract.Sandbox;
import dev.transferdesk.soak.Flow.Reply;
import dev.transferdesk.soak.Flow.Target;
import dev.transferdesk.soak.Scene.Offer;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Alice at her desk, and whoever is offered what she sends, in their Flex. */
final class People {

    private static final int AT_ONCE = 1000;

    final String alice;
    private final String bob;
    private final String carol;

    private final Sandbox sandbox;
    private final String billing;
    private final Set<Offer> declined = ConcurrentHashMap.newKeySet();
    private volatile List<Desk> desks = List.of();

    People(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.alice = sandbox.worker("Alice Alvarez");
        this.bob = sandbox.worker("Bob Brandt");
        this.carol = sandbox.worker("Carol Chen");
        this.billing = sandbox.queue("Billing");
        sandbox.letOffersWait(sandbox.workflow("Chat Transfer"));
        sandbox.state().get("workers").forEach(it -> sandbox.capacity(it.get("sid").asString(), AT_ONCE));
    }

    /** What a desk is started with, so that Alice can sign in there, and Carol is on the ladder after whoever is asked. */
    List<String> arguments() {
        return List.of("--identity.users[0].username=alice", "--identity.users[0].password=sandbox",
                "--identity.users[0].role=AGENT", "--identity.users[0].display-name=Alice Alvarez",
                "--identity.users[0].worker-sid=" + alice, "--transfers.ladder.then[0].target=" + carol,
                "--transfers.ladder.then[0].for=180s", "--transfers.ladder.agent=180s",
                "--transfers.ladder.sender=180s");
    }

    /** After every start. With several desks, she is at all of them, and clicks everywhere at the same moment. */
    void signIn(URI... addresses) {
        desks = Stream.of(addresses).map(it -> Desk.signedIn(it, "alice")).toList();
    }

    /** A customer is in conversation with Alice, and another program has left something in its attributes. */
    Journey arrive(Flow flow, int stopAt) {

        var at = sandbox.begin(alice, "Hello");
        var attributes = ((ObjectNode) sandbox.conversation(at).get("attributes")).deepCopy();
        attributes.putObject("crm").put("ticket", 4711).put("amount", "1.10");
        sandbox.describe(at.conversationUrl(), attributes);

        return new Journey(flow, stopAt, at, attributes);
    }

    boolean alicesDesksShow(Journey journey) {
        return desks.stream().allMatch(it -> it.page("/tasks/" + journey.at().task()).status() == 200);
    }

    void begin(Journey journey) {

        var task = "/tasks/" + journey.at().task();

        click(journey, desk -> {
            switch (journey.flow().click) {
                case TRANSFER -> desk.post(task + "/transfers", form(journey));
                case INVITE -> desk.post(task + "/invites", form(journey));
                case LEAVE -> desk.post(task + "/departure");
            }
        });
    }

    private String[] form(Journey journey) {
        return new String[]{ "target", journey.flow().target == Target.BILLING ? billing : bob, "note", "as agreed",
            "request", journey.request() };
    }

    /** Whatever people have a reason to do now. */
    void goOn(Journey journey, Scene scene, Ledger ledger) {

        if (journey.flow().reply == Reply.CALLED_OFF && (!scene.waiting(journey.at()).isEmpty()
                || ledger.of(journey).stream().anyMatch(Ledger.Entry::isHeldBack))) {
            click(journey, it -> callOff(journey, ledger, it));
        }

        answer(journey, scene);
    }

    /** Whoever is offered it, in their Flex. */
    void answer(Journey journey, Scene scene) {
        scene.offers(journey.at()).forEach(it -> answer(journey, it));
    }

    /** Who has declined once lets it ring after that, and so does everybody who was not meant. */
    private void answer(Journey journey, Offer offer) {

        var accepts = offer.worker().equals(alice) || switch (journey.flow().reply) {
            case ACCEPT -> true;
            case DECLINE_FIRST -> offer.worker().equals(carol);
            case DECLINE_ALL, CALLED_OFF -> false;
        };

        if (accepts) {
            reply(offer, "accepted");
        } else if (declines(journey, offer) && declined.add(offer)) {
            reply(offer, "rejected");
        }
    }

    private boolean declines(Journey journey, Offer offer) {
        return journey.flow().reply != Reply.CALLED_OFF
                && (offer.worker().equals(bob) || offer.worker().equals(carol));
    }

    private void reply(Offer offer, String status) {
        try {
            sandbox.answer(offer.task(), status);
        } catch (AssertionError | NoSuchElementException goneMeanwhile) {
            // The next look at the scene shows what there is instead
        }
    }

    /** With the button that one of her pages has for it, if there is one yet. */
    private static void callOff(Journey journey, Ledger ledger, Desk desk) {
        for (var transfer : ledger.of(journey)) {
            Stream.of("/tasks/" + journey.at().task(), "/tasks")
                    .map(it -> desk.page(it).html().select("#bar-%s button[hx-delete]".formatted(transfer.id())))
                    .flatMap(Collection::stream)
                    .map(it -> it.attr("hx-delete"))
                    .findFirst()
                    .ifPresent(desk::delete);
        }
    }

    private void click(Journey journey, Consumer<Desk> request) {
        journey.clicks().click(() -> {
            try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
                desks.forEach(it -> hands.submit(() -> request.accept(it)));
            }
        });
    }

    /** What the bars on Alice's pages say: her start page, and the conversation's under whichever task she is in it. */
    String told(Journey journey, String transfer) {

        var tasks = Stream.concat(Stream.of(journey.at().task()), sandbox.invited(journey.at()).stream());

        return Stream.concat(Stream.of("/tasks"), tasks.map(it -> "/tasks/" + it))
                .map(it -> desks.getFirst().page(it).html().select("#bar-" + transfer).text())
                .collect(Collectors.joining());
    }

    /** Alice closes the bar. */
    void closeBar(String transfer) {
        desks.getFirst().post("/transfers/%s/acknowledgement".formatted(transfer));
    }
}
