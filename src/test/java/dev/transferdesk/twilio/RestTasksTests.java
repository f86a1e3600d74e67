package dev.transferdesk.twilio;

import static dev.transferdesk.twilio.GatewayFixture.ALICE;
import static dev.transferdesk.twilio.GatewayFixture.BILLING;
import static dev.transferdesk.twilio.GatewayFixture.OFFER;
import static dev.transferdesk.twilio.GatewayFixture.TASK;
import static dev.transferdesk.twilio.GatewayFixture.WORKSPACE;
import static dev.transferdesk.twilio.ScriptedTwilio.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.transferdesk.twilio.TwilioFailure.Kind;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RestTasksTests {

    private static final String PATH = "/v1/Workspaces/" + WORKSPACE.sid();
    private static final String TASK_PATH = PATH + "/Tasks/" + TASK;
    private static final ReservationSid OFFER_ONE = new ReservationSid("WR%032x".formatted(1));
    private static final String TOO_LATE = "{\"code\":20001,\"message\":\"Illegal transition\",\"status\":400}";

    @Test
    void findsATask() throws Exception {

        try (var twilio = new ScriptedTwilio(answer(200, CannedJson.task(TASK, "assigned")));
                var gateway = GatewayFixture.at(twilio.url())) {

            assertThat(gateway.tasks.find(TASK)).contains(new Task(TASK, Task.Status.ASSIGNED,
                    Json.object("{\"channelType\":\"web\"}"), "chat", Optional.of(BILLING), Optional.of("Billing"),
                    Optional.empty(), Instant.parse("2026-03-01T09:00:00Z")));
            assertThat(twilio.received().getFirst().path()).isEqualTo(TASK_PATH);
        }
    }

    @Test
    void findsNothingWhereTwilioHasForgotten() throws Exception {

        try (var twilio = new ScriptedTwilio(answer(404, "{\"code\":20404,\"message\":\"not found\",\"status\":404}"));
                var gateway = GatewayFixture.at(twilio.url())) {
            assertThat(gateway.tasks.find(TASK)).isEmpty();
        }
    }

    @Test
    void listsTasksByState() throws Exception {

        try (var twilio = new ScriptedTwilio(answer(200,
                CannedJson.page("tasks", null, CannedJson.task(TASK, "wrapping"),
                        CannedJson.task(TASK, "exploded"))));
                var gateway = GatewayFixture.at(twilio.url())) {

            assertThat(gateway.tasks.in(Set.of(Task.Status.WRAPPING)))
                    .singleElement()
                    .satisfies(it -> assertThat(it.status()).isEqualTo(Task.Status.WRAPPING));
            assertThat(twilio.received().getFirst().path()).isEqualTo(PATH + "/Tasks");
            assertThat(twilio.received().getFirst().fields()).containsOnly(Map.entry("AssignmentStatus", "wrapping"),
                    Map.entry("PageSize", "1000"));
        }
    }

    @Test
    void cancelsWithAReason() throws Exception {

        try (var twilio = new ScriptedTwilio(answer(200, CannedJson.task(TASK, "canceled")));
                var gateway = GatewayFixture.at(twilio.url())) {

            gateway.tasks.cancel(TASK, "Taken back by Alice");

            assertThat(twilio.received().getFirst().path()).isEqualTo(TASK_PATH);
            assertThat(twilio.received().getFirst().fields()).containsOnly(Map.entry("AssignmentStatus", "canceled"),
                    Map.entry("Reason", "Taken back by Alice"));
        }
    }

    @Test
    void isTooLateToCancelWhatSomebodyHasTaken() throws Exception {

        try (var twilio = new ScriptedTwilio(answer(400, TOO_LATE)); var gateway = GatewayFixture.at(twilio.url())) {

            assertThatExceptionOfType(TwilioException.class)
                    .isThrownBy(() -> gateway.tasks.cancel(TASK, "Taken back"))
                    .matches(e -> e.is(Kind.CONFLICT));
            assertThat(twilio.received()).hasSize(1);
        }
    }

    @Test
    void listsReservationsOfATaskOldestFirst() throws Exception {

        try (var twilio = new ScriptedTwilio(answer(200, CannedJson.page("reservations", null,
                CannedJson.reservation(2, "pending", "2026-03-01T09:02:00Z"),
                CannedJson.reservation(3, "exploded", "2026-03-01T09:03:00Z"),
                CannedJson.reservation(1, "rejected", "2026-03-01T09:01:00Z"))));
                var gateway = GatewayFixture.at(twilio.url())) {

            assertThat(gateway.tasks.reservationsOf(TASK)).extracting(Reservation::status)
                    .containsExactly(Reservation.Status.REJECTED, Reservation.Status.PENDING);
            assertThat(twilio.received().getFirst().path()).isEqualTo(TASK_PATH + "/Reservations");
            assertThat(twilio.received().getFirst().fields()).containsOnly(Map.entry("PageSize", "1000"));
        }
    }

    @Test
    void listsReservationsOfAWorkerByState() throws Exception {

        try (var twilio = new ScriptedTwilio(answer(200, CannedJson.page("reservations", null,
                CannedJson.reservation(1, "wrapping", "2026-03-01T09:01:00Z"))));
                var gateway = GatewayFixture.at(twilio.url())) {

            assertThat(gateway.tasks.reservationsOf(ALICE, Reservation.Status.WRAPPING))
                    .containsExactly(new Reservation(OFFER_ONE, TASK, ALICE, Reservation.Status.WRAPPING,
                            Instant.parse("2026-03-01T09:01:00Z"), Instant.parse("2026-03-01T09:05:00Z")));
            assertThat(twilio.received().getFirst().path())
                    .isEqualTo("%s/Workers/%s/Reservations".formatted(PATH, ALICE));
            assertThat(twilio.received().getFirst().fields()).containsOnly(Map.entry("ReservationStatus", "wrapping"),
                    Map.entry("PageSize", "1000"));
        }
    }

    @Test
    void acceptsAndRejectsOffers() throws Exception {

        try (var twilio = new ScriptedTwilio(
                answer(200, CannedJson.reservation(1, "accepted", "2026-03-01T09:01:00Z")));
                var gateway = GatewayFixture.at(twilio.url())) {

            gateway.tasks.accept(TASK, OFFER);
            gateway.tasks.reject(TASK, OFFER);

            assertThat(twilio.received()).extracting(ScriptedTwilio.Received::path)
                    .containsOnly("%s/Reservations/%s".formatted(TASK_PATH, OFFER));
            assertThat(twilio.received()).extracting(ScriptedTwilio.Received::fields)
                    .containsExactly(Map.of("ReservationStatus", "accepted"), Map.of("ReservationStatus", "rejected"));
        }
    }

    @Test
    void isTooLateForAnOfferThatNoLongerStands() throws Exception {

        try (var twilio = new ScriptedTwilio(answer(400, TOO_LATE)); var gateway = GatewayFixture.at(twilio.url())) {
            assertThatExceptionOfType(TwilioException.class).isThrownBy(() -> gateway.tasks.accept(TASK, OFFER))
                    .matches(e -> e.is(Kind.CONFLICT));
        }
    }
}
