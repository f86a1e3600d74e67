package dev.transferdesk.contract;

import static dev.transferdesk.contract.Play.after;
import static dev.transferdesk.contract.Play.answered;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The first of what the Flex plug-in gets wrong, where two invites may be outstanding. */
@ImpatientContractTest
class TwoInvitesTests {

    private static final int A_CALL = 100;

    @Autowired
    private Floor floor;

    @AfterEach
    void tidy() {
        floor.tidy();
    }

    @Test
    @DisplayName("1: two agents invite at the same time, and two may: both invites are made and kept")
    void keepsBothInvites() {

        var one = floor.begin();
        var play = new Play(floor, one);
        var bobs = play.join(floor.bob);
        floor.sandbox.latency(A_CALL);

        var alice = after(0, () -> play.invite(floor.carol));
        var bob = after(0, () -> play.send("bob", bobs, "invites", floor.billing, Play.key()));

        assertThat(List.of(answered(alice), answered(bob))).extracting(Answer::status).containsOnly(200);
        floor.sandbox.latency(0);
        floor.inTheEnd("both entries are written",
                () -> floor.record(one).stream().filter(Floor.Row::isEntered).count() == 2);
        assertThat(floor.sandbox.entries(one).propertyNames())
                .containsExactlyInAnyOrderElementsOf(floor.sandbox.invited(one).subList(1, 3));
    }
}
