package dev.transferdesk.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.Database;
import dev.transferdesk.SettableClock;
import dev.transferdesk.audit.AuditEntry;
import dev.transferdesk.twilio.AtOnce;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource
class SettingsTests {

    static final FeatureProperties ALL_OFF = new FeatureProperties(false, false, false, 1);

    final SettableClock clock = new SettableClock();
    final JdbcClient jdbc;

    SettingsTests(Database database) {
        jdbc = database.emptied();
    }

    @Test
    void configurationGivesTheFirstValue() {
        assertThat(initially(ALL_OFF).features()).isEqualTo(new Features(false, false, false, 1));
        assertThat(initially(new FeatureProperties(true, false, true, 2)).features())
                .isEqualTo(new Features(true, false, true, 2));
    }

    @Test
    void whatAnAdministratorThrewWinsAndSurvivesARestart() {

        initially(ALL_OFF).turn(Switch.COLD_TRANSFER, true, "ada");

        assertThat(initially(ALL_OFF).features().coldTransfer()).isTrue();
        assertThat(initially(ALL_OFF).features().multiParticipant()).isFalse();
    }

    @Test
    void aChangeHoldsForEverybodyAtOnce() {

        var here = initially(ALL_OFF);
        var there = initially(ALL_OFF);

        here.turn(Switch.ENABLED, true, "ada");
        assertThat(there.features().enabled()).isTrue();

        there.turn(Switch.ENABLED, false, "ada");
        assertThat(here.features().enabled()).isFalse();
    }

    @Test
    void everyChangeIsAudited() {

        var settings = initially(ALL_OFF);
        settings.turn(Switch.MULTI_PARTICIPANT, true, "ada");
        settings.turn(Switch.MULTI_PARTICIPANT, false, "sam");

        assertThat(settings.latestChanges()).containsExactly(
                new AuditEntry(clock.instant(), "sam", "multi_participant", "true", "false"),
                new AuditEntry(clock.instant(), "ada", "multi_participant", "false", "true"));
    }

    @Test
    void aSwitchThatStandsThereAlreadyIsNotThrown() {

        var settings = initially(ALL_OFF);
        settings.turn(Switch.ENABLED, false, "ada");

        assertThat(settings.latestChanges()).isEmpty();
    }

    @Test
    void twoWhoThrowASwitchAtOnceDoNotFail() {

        AtOnce.forEach(List.of("ada", "sam", "tom", "eve"), who -> {
            initially(ALL_OFF).turn(Switch.ENABLED, true, who);
            return who;
        });

        assertThat(initially(ALL_OFF).features().enabled()).isTrue();
    }

    @Test
    void modesAreOffWhereAllIsOff() {

        var off = new Features(false, true, true, 1);

        assertThat(off.allowsColdTransfer()).isFalse();
        assertThat(off.allowsInvites()).isFalse();
    }

    @Test
    void switchesAreFoundByTheirNames() {
        assertThat(Switch.of("cold_transfer")).contains(Switch.COLD_TRANSFER);
        assertThat(Switch.of("COLD_TRANSFER")).isEmpty();
        assertThat(Switch.of("")).isEmpty();
    }

    private Settings initially(FeatureProperties properties) {
        return SettingsFixture.initially(properties, jdbc, clock);
    }
}
