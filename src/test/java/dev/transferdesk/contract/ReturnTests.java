package dev.transferdesk.contract;

import static dev.transferdesk.contract.Eventually.until;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How soon a customer is back whom nobody has taken. Nothing but time goes by; prints what it has measured. */
@ContractTest
class ReturnTests extends OneConversation {

    private static final int A_CALL = 100;
    private static final String SECONDS = "5";
    private static final Duration AT_MOST = Duration.ofSeconds(2);

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void askNobodyElse() {

        var seen = floor.deskOf("ada").get("/admin/settings/policy").html().select("[name=seen]").val();

        assertThat(floor.deskOf("ada")
                .put("/admin/settings/ladder", "seen", seen, "agent", SECONDS, "queue", SECONDS, "then1", "", "time1",
                        "", "then2", "", "time2", "", "then3", "", "time3", "", "sender", "60", "fallback", "")
                .status()).isEqualTo(200);
    }

    @AfterEach
    void askAsUsual() {
        jdbc.sql("delete from setting where name = 'ladder'").update();
    }

    @Test
    void aSenderWhoStayedIsFreeAgain() {
        assertThat(unanswered("on-accept", () -> play.latest().state().equals("TIMED_OUT"))).isLessThan(AT_MOST);
    }

    @Test
    void aSenderWhoLeftIsOfferedTheCustomer() {
        assertThat(unanswered("immediately", () -> floor.steps(play.latest()).contains("MOVED")
                && floor.sandbox.status(play.latestTask()).equals("reserved"))).isLessThan(AT_MOST);
    }

    /** @return how long after the last rung's end the customer was back */
    private Duration unanswered(String release, BooleanSupplier isBack) {

        floor.release(release);
        floor.sandbox.latency(A_CALL);
        play.transfer(floor.bob);
        var end = endOfRung();

        until("the customer is back", isBack);

        var late = Duration.between(end, clock.instant());
        System.out.printf("With %d ms per Twilio call and %s, whoever sent it has the customer %d ms after the time%n",
                A_CALL, release, late.toMillis());

        return late;
    }

    private Instant endOfRung() {
        until("Bob is asked", () -> play.latest().invitedTask() != null);
        return jdbc.sql("select rung_until from transfer where id = cast(? as uuid)")
                .param(play.latest().id())
                .query((row, _) -> row.getObject("rung_until", OffsetDateTime.class).withOffsetSameInstant(UTC))
                .single()
                .toInstant();
    }
}
