package dev.transferdesk.system;

import static dev.transferdesk.system.Person.ALICE;
import static dev.transferdesk.system.Person.BOB;
import static dev.transferdesk.system.Person.CAROL;
import static dev.transferdesk.system.Person.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@Story
class AccessTests {

    @Test
    void aStrangersTaskDoesNotExist(Stage stage) {

        var ines = stage.customerOf(ALICE, "This is confidential.");
        var alice = stage.enter(ALICE, ines);
        alice.transfer().choose("Carol Chen").invite();
        alice.seesOutcome("Invite of Carol Chen");
        var invited = stage.sandbox().taskMadeFor(ines);
        var participant = stage.sandbox().participantOf(ines);
        var bob = stage.enter(BOB);
        var form = "target=%s&note=&request=r1".formatted("WK" + "0".repeat(32));
        var task = "/tasks/" + ines.task();

        var requests = List.of("GET " + task, "GET " + task + "/messages?before=9", "GET " + task + "/participants",
                "GET " + task + "/transfer", "GET " + task + "/targets?q=", "POST " + task + "/transfers",
                "POST " + task + "/invites", "DELETE " + task + "/transfers/" + UUID.randomUUID(),
                "DELETE " + task + "/invites/" + invited, "DELETE " + task + "/participants/" + participant,
                "POST " + task + "/departure", "GET /tasks/WT" + "0".repeat(32), "GET /tasks/nonsense");

        assertThat(requests).allSatisfy(it -> assertThat(bob.request(it.split(" ")[0], it.split(" ")[1], form))
                .isEqualTo(404));

        bob.go(task);
        bob.sees("h1", "Not found");
        alice.participants().showInvited("Carol Chen");
        alice.participants().showExactly("Ines Ibarra", "Alice Alvarez");
    }

    @Test
    void aStrangersOfferDoesNotExistEither(Stage stage) {

        var ines = stage.customerOf(ALICE, "This is confidential.");
        stage.enter(ALICE, ines).transfer().choose("Bob Brandt").transfer();
        var offer = stage.sandbox().offerOf(stage.sandbox().taskMadeFor(ines));
        var carol = stage.enter(CAROL);

        assertThat(carol.request("POST", "/offers/%s/acceptance".formatted(offer), "")).isEqualTo(404);
        assertThat(carol.request("POST", "/offers/%s/refusal".formatted(offer), "")).isEqualTo(404);
        stage.enter(BOB).isOffered(ines);
    }

    @Test
    void nothingIsChangedWithoutTheToken(Stage stage) {

        var ines = stage.customerOf(ALICE, "Hello?");
        var alice = stage.enter(ALICE, ines);

        assertThat(alice.requestWithoutToken("POST", "/tasks/%s/departure".formatted(ines.task()))).isEqualTo(403);
        alice.participants().showExactly("Ines Ibarra", "Alice Alvarez");
    }

    @Test
    void whoseSessionHasEndedIsAskedToSignInAgain(Stage stage) {

        var ines = stage.customerOf(ALICE, "Hello?");
        var alice = stage.enter(ALICE, ines);

        alice.losesTheSession();

        var signIn = alice.isSentToSignIn();
        signIn.signIn(ALICE).open(ines);
    }

    @Test
    void whoSignedOutIsOut(Stage stage) {

        var alice = stage.enter(ALICE);

        alice.signOut();
        alice.sees(".notice", "Signed out.");
        alice.go("/tasks");
        alice.isSentToSignIn();
    }

    @Test
    void aDeepLinkIsFollowedAfterSigningIn(Stage stage) {

        var ines = stage.customerOf(ALICE, "Hello?");
        var visitor = stage.visitor();

        visitor.go("/tasks/" + ines.task());
        visitor.isAsked();
        visitor.tryToSignIn("alice", "sandbox");
        visitor.isAt("/tasks/" + ines.task());
    }

    @Test
    void aWrongPasswordIsRefused(Stage stage) {

        var visitor = stage.visitor();

        visitor.tryToSignIn("alice", "wrong");
        visitor.sees("[role=alert]", "Not signed in. User name or password is wrong.");
        visitor.isAsked();
    }

    @Test
    void whoHasNoWorkerIsToldWhatIsMissing(Stage stage) {

        var sam = stage.enter(SAM);

        sam.sees("#nothing", "You are not an agent yet");
        sam.sees("#task p", "Your user is not connected to a worker of Flex, so there are no conversations to show. "
                + "Ask an administrator to connect it.");
    }
}
