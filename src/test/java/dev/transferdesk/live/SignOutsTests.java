package dev.transferdesk.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

import dev.transferdesk.events.Hearing;
import dev.transferdesk.identity.Sessions;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.session.MapSession;
import org.springframework.session.events.SessionDeletedEvent;

class SignOutsTests {

    final Sessions sessions = mock(Sessions.class);
    final Streams streams = new Streams(
            new Rhythm(new LiveProperties(Duration.ofSeconds(10), Duration.ofSeconds(15)), mock(Hearing.class)));
    final SignOuts signOuts = new SignOuts(streams, sessions);

    @BeforeEach
    void start() {
        streams.start();
    }

    @Test
    void whoeverSignsOutIsToldNothingMore() {

        open("alices");
        open("bobs");

        signOuts.hear(new SessionDeletedEvent(this, new MapSession("alices")));

        assertThat(streams.sessions()).containsExactly("bobs");
    }

    @Test
    void nobodyIsWhoseSessionIsGoneForAnotherReason() {

        open("alices");
        open("bobs");
        given(sessions.present()).willReturn(Set.of("bobs", "carols"));

        signOuts.look();

        assertThat(streams.sessions()).containsExactly("bobs");
    }

    @Test
    void withoutPagesNobodyAsks() {

        signOuts.look();

        verifyNoInteractions(sessions);
    }

    private void open(String session) {
        streams.open(new Subscriber(session, () -> Optional.of(Set.of(Topic.EVERYBODY))), "");
    }
}
