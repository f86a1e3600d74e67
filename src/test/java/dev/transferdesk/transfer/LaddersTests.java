package dev.transferdesk.transfer;

import static dev.transferdesk.conversation.ConversationFixture.ALICE;
import static dev.transferdesk.conversation.ConversationFixture.BILLING;
import static dev.transferdesk.conversation.ConversationFixture.BOB;
import static dev.transferdesk.conversation.ConversationFixture.CAROL;
import static dev.transferdesk.conversation.ConversationFixture.SALES;
import static dev.transferdesk.conversation.ConversationFixture.aTaskOf;
import static dev.transferdesk.routing.RoutingFixture.TO_BILLING;
import static dev.transferdesk.routing.RoutingFixture.TO_BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import dev.transferdesk.routing.TransferTarget;
import dev.transferdesk.settings.TransferPolicy;
import dev.transferdesk.transfer.Ladder.Rung;
import dev.transferdesk.transfer.TransferRequest.NextRung;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaddersTests {

    final TransferFixture desk = new TransferFixture();

    @Test
    void whereNobodySaysOtherwiseItIsAsTheSettingsSay() {

        desk.ladder(new TransferPolicy.NextRung(BILLING.value(), Duration.ofMinutes(2)));

        assertThat(of(TO_BOB, "", Optional.empty())).get().satisfies(it -> {
            assertThat(it.rungs()).containsExactly(new Rung(TO_BOB, Duration.ofSeconds(40)),
                    new Rung(TO_BILLING, Duration.ofMinutes(2)));
            assertThat(it.senderPatience()).isEqualTo(Duration.ofSeconds(60));
            assertThat(it.fallback()).get().extracting(TransferTarget::sid).isEqualTo(SALES.value());
        });
    }

    @Test
    void aQueueHasMoreTimeThanAnAgent() {
        assertThat(of(TO_BILLING, "", Optional.empty())).get()
                .satisfies(it -> assertThat(it.rungs().getFirst().patience()).isEqualTo(Duration.ofMinutes(3)));
    }

    @Test
    void whatTheSenderChoseHolds() {

        desk.ladder(new TransferPolicy.NextRung(BILLING.value(), Duration.ofMinutes(2)));

        assertThat(of(TO_BOB, " 30 ", then(new NextRung(CAROL.value(), "20")))).get()
                .satisfies(it -> assertThat(it.rungs())
                        .extracting(rung -> rung.target().name() + " " + rung.patience().toSeconds())
                        .containsExactly("Bob Brandt 30", "Carol Chen 20"));
        assertThat(of(TO_BOB, "30", then())).get().satisfies(it -> assertThat(it.rungs()).hasSize(1));
    }

    @Test
    void nobodyIsAskedAgainWhoWasTheTargetAndTheSenderIsAskedLast() {

        desk.ladder(new TransferPolicy.NextRung(BOB.value(), Duration.ofSeconds(30)),
                new TransferPolicy.NextRung(ALICE.value(), Duration.ofSeconds(30)),
                new TransferPolicy.NextRung(BILLING.value(), Duration.ofMinutes(2)));

        assertThat(of(TO_BOB, "", Optional.empty())).get()
                .satisfies(it -> assertThat(it.rungs()).extracting(Rung::target).containsExactly(TO_BOB, TO_BILLING));
    }

    @Test
    void whoeverTheSettingsHaveIsNoWishOfTheSenders() {

        desk.ladder(new TransferPolicy.NextRung(BILLING.value(), Duration.ofMinutes(2)));

        assertThat(of(TO_BOB, "30", then(new NextRung(BILLING.value(), "60"), new NextRung(CAROL.value(), "20")))
                .map(desk.ladders::wished)).get(list(TransferTarget.class))
                .extracting(TransferTarget::sid)
                .containsExactly(CAROL.value());
        assertThat(of(TO_BOB, "", Optional.empty()).map(desk.ladders::wished)).contains(List.of());
    }

    @Test
    void anInviteHasOneRung() {

        desk.ladder(new TransferPolicy.NextRung(BILLING.value(), Duration.ofMinutes(2)));

        assertThat(desk.ladders.of(TransferKind.INVITE, TO_BOB, request("", Optional.empty()),
                desk.situations.of(aTaskOf(ALICE)))).get().satisfies(it -> assertThat(it.rungs()).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = { "0", "4", "-40", "86401", "soon", "40.5", "9223372036854775807", "99999999999999999999",
        "\u0000", "４０x" })
    void aTimeThatMakesNoSenseIsRefused(String seconds) {
        assertThat(of(TO_BOB, seconds, Optional.empty())).isEmpty();
        assertThat(of(TO_BOB, "40", then(new NextRung(BILLING.value(), seconds)))).isEmpty();
    }

    @Test
    void aRungNeedsItsTime() {
        assertThat(of(TO_BOB, "40", then(new NextRung(BILLING.value(), "")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "Billing", "WT00000000000000000000000000000001", "WQ1",
        "WQ0000000000000000000000000000000g", "'; drop table transfer; --" })
    void aRungThatIsNobodyIsRefused(String target) {
        assertThat(of(TO_BOB, "40", then(new NextRung(target, "40")))).isEmpty();
    }

    @Test
    void aLadderWithoutEndIsRefused() {
        assertThat(of(TO_BOB, "40", Optional.of(Collections.nCopies(5, new NextRung(BILLING.value(), "40")))))
                .isPresent();
        assertThat(of(TO_BOB, "40", Optional.of(Collections.nCopies(6, new NextRung(BILLING.value(), "40")))))
                .isEmpty();
    }

    @Test
    void aNameThatCannotBeLookedUpIsTheSid() {

        desk.ladder(new TransferPolicy.NextRung(BILLING.value(), Duration.ofMinutes(2)));
        var situation = desk.situations.of(aTaskOf(ALICE));
        Collections.nCopies(4, "queues.find").forEach(it -> desk.twilio.refuse(it, Kind.UNREACHABLE));

        assertThat(desk.ladders.of(TransferKind.COLD, TO_BOB, request("", Optional.empty()), situation)).get()
                .satisfies(it -> assertThat(it.rungs().getLast().target().sid()).isEqualTo(BILLING.value()));
    }

    @Test
    void whereNoQueueIsKnownThereIsNoFallback() {
        assertThat(of(TO_BOB, "", Optional.empty())).get().satisfies(it -> assertThat(it.fallback()).isEmpty());
    }

    private Optional<Ladder> of(TransferTarget target, String seconds, Optional<List<NextRung>> then) {
        return desk.ladders.of(TransferKind.COLD, target, request(seconds, then), desk.situations.of(aTaskOf(ALICE)));
    }

    private static TransferRequest request(String seconds, Optional<List<NextRung>> then) {
        return new TransferRequest("unused", "", "1", seconds, then);
    }

    private static Optional<List<NextRung>> then(NextRung... rungs) {
        return Optional.of(Arrays.asList(rungs));
    }
}
