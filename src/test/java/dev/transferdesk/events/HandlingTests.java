package dev.transferdesk.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.transferdesk.Database;
import dev.transferdesk.SettableClock;
import dev.transferdesk.twilio.AtOnce;
import dev.transferdesk.twilio.Eventually;
import dev.transferdesk.twilio.Signatures;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource
class HandlingTests {

    final SettableClock clock = new SettableClock();
    final JdbcClient jdbc;
    final WebhookEvents events;
    final List<TwilioEvent> heard = new CopyOnWriteArrayList<>();
    Consumer<Object> listener = it -> heard.add((TwilioEvent) it);

    HandlingTests(Database database) {
        jdbc = database.emptied();
        events = new WebhookEvents(jdbc);
    }

    @Test
    void whatIsTakenIsStoredAndThenHeardOnce() {

        var inbox = inbox(handling());

        inbox.take(List.of(Told.incoming("EV1")));
        assertThat(rows()).isEqualTo(1);
        inbox.take(List.of(Told.incoming("EV1")));

        Eventually.until(() -> handled() == 1);
        handling().handleOpen();
        assertThat(heard).containsExactly(Told.incoming("EV1").event());
    }

    @Test
    void whatIsToldTwiceAtTheSameTimeIsStoredOnce() {

        var news = AtOnce.forEach(IntStream.range(0, 20).boxed().toList(),
                _ -> events.add(Told.incoming("EV1"), clock.instant(), clock.instant()));

        assertThat(news).containsOnlyOnce(true);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void nothingOfTheCustomerIsKeptAfterwards() {

        listener = it -> assertThat(((TwilioEvent) it).taskAttributes().path("customerName").asString())
                .isEqualTo("Ада & Co");
        store("EV1");
        assertThat(attributes()).contains("Ада & Co", "1.10");

        handleNow();

        assertThat(attributes()).isEmpty();
        assertThat(handled()).isEqualTo(1);
    }

    @Test
    void leftOversOfAnEndedProcessAreHeardAFewSecondsLater() {

        store("EV1");

        handling().handleOpen();
        assertThat(heard).isEmpty();

        handleNow();
        assertThat(heard).containsExactly(Told.incoming("EV1").event());
    }

    @Test
    void ofTwoProcessesOneHears() {

        var sids = IntStream.range(0, 40).mapToObj(it -> "EV" + it).toList();
        sids.forEach(this::store);
        clock.advance(Duration.ofSeconds(4));

        AtOnce.forEach(List.of(handling(), handling(), handling()), it -> {
            it.handleOpen();
            return it;
        });

        assertThat(heard).hasSize(sids.size());
        assertThat(handled()).isEqualTo(sids.size());
    }

    @Test
    void whoeverStoredItAndWhoeverFindsItDoNotBothHear() {

        IntStream.range(0, 30).forEach(it -> store("EV" + it));
        clock.advance(Duration.ofSeconds(4));

        AtOnce.forEach(List.<Runnable>of(handling()::handleOpen,
                () -> IntStream.range(0, 30).forEach(it -> handling().handle(Told.incoming("EV" + it), 0))), it -> {
                    it.run();
                    return it;
                });

        assertThat(heard).hasSize(30);
    }

    @Test
    void whatCouldNotBeHandledIsHeardAgainAFewTimes() {

        failing();
        store("EV1");

        handleNow();
        assertThat(heard).hasSize(1);
        handling().handleOpen();
        assertThat(heard).hasSize(1);

        IntStream.range(0, 10).forEach(_ -> {
            clock.advance(Duration.ofMinutes(2));
            handling().handleOpen();
        });

        assertThat(heard).hasSize(4);
        assertThat(handled()).isEqualTo(1);
        assertThat(attributes()).isEmpty();
    }

    @Test
    void listenerThatRecoversHearsTheRest() {

        failing();
        store("EV1");
        handleNow();

        listener = it -> heard.add((TwilioEvent) it);
        handleNow();
        handleNow();

        assertThat(heard).hasSize(2);
    }

    @Test
    void processThatEndsAmidHandlingLeavesItToAnother() {

        store("EV1");
        events.claim(Told.incoming("EV1").key(), 0, clock.instant().plusSeconds(30));

        handleNow();
        assertThat(heard).isEmpty();

        clock.advance(Duration.ofSeconds(30));
        handling().handleOpen();
        assertThat(heard).hasSize(1);
    }

    @Test
    void isForgottenAfterADay() {

        store("EV1");
        clock.advance(Duration.ofHours(24));
        handling().forgetOld();
        assertThat(rows()).isEqualTo(1);

        clock.advance(Duration.ofSeconds(1));
        handling().forgetOld();
        assertThat(rows()).isZero();
    }

    @Test
    void anythingFitsIntoTheTable() {

        var long16k = "{\"conversationSid\":\"%s\",\"note\":\"%s\"}".formatted(Told.CHAT, "x".repeat(20_000));
        var form = Told.acceptance("EV1");
        form.put("EventType", "t".repeat(5_000));
        form.put("Sid", "E".repeat(5_000));
        form.put("TaskAttributes", long16k);
        var incoming = TaskRouterCallback.read(Form.of(form), "", clock.instant()).orElseThrow();

        assertThatNoException().isThrownBy(() -> events.add(incoming, clock.instant(), clock.instant()));
        handleNow();

        assertThat(heard).singleElement().satisfies(it -> {
            assertThat(it.type()).hasSize(64);
            assertThat(it.taskAttributes().isEmpty()).isTrue();
            assertThat(it.conversation()).contains(Told.CHAT);
        });
    }

    @Test
    void arriveAsLongAsTheyCome() {

        var webhooks = webhooks();
        assertThat(webhooks.arriving()).isFalse();
        assertThat(webhooks.lastReceived()).isEmpty();

        var came = clock.instant();
        new Inbox(events, webhooks, handling(), clock).take(List.of(Told.incoming("EV1")));
        clock.advance(Duration.ofSeconds(299));

        Stream.of(webhooks, webhooks()).forEach(here -> {
            assertThat(here.arriving()).isTrue();
            assertThat(here.lastReceived()).contains(came);
        });

        clock.advance(Duration.ofSeconds(1));
        assertThat(webhooks.arriving()).isFalse();
        assertThat(webhooks().arriving()).isFalse();
    }

    @Test
    void whatIsToldAgainArrivesToo() {

        var webhooks = webhooks();
        var inbox = new Inbox(events, webhooks, handling(), clock);
        inbox.take(List.of(Told.incoming("EV1")));
        clock.advance(Duration.ofMinutes(10));

        inbox.take(List.of(Told.incoming("EV1")));

        assertThat(webhooks.arriving()).isTrue();
    }

    private Handling handling() {
        return new Handling(events, it -> listener.accept(it), clock);
    }

    private Inbox inbox(Handling handling) {
        return new Inbox(events, webhooks(), handling, clock);
    }

    private Webhooks webhooks() {

        var properties = new WebhookProperties("https://desk.example.com", Duration.ofMinutes(5));

        return new Webhooks(new Gate(Signatures.checked(), properties, clock), events, properties, clock);
    }

    private void failing() {
        listener = it -> {
            heard.add((TwilioEvent) it);
            throw new IllegalStateException("as the test wanted it");
        };
    }

    private void store(String sid) {
        assertThat(events.add(Told.incoming(sid), clock.instant(), clock.instant().plusSeconds(3))).isTrue();
    }

    private void handleNow() {
        clock.advance(Duration.ofSeconds(4));
        handling().handleOpen();
    }

    private int rows() {
        return jdbc.sql("select count(*) from webhook_event").query(Integer.class).single();
    }

    private int handled() {
        return jdbc.sql("select count(*) from webhook_event where handled_at is not null")
                .query(Integer.class)
                .single();
    }

    private String attributes() {
        return jdbc.sql("select task_attributes from webhook_event").query(String.class).single();
    }
}
