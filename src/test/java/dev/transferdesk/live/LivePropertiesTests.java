package dev.transferdesk.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class LivePropertiesTests {

    @Test
    void whereNothingIsSaidPagesHearOfTheConnectionOftenEnough() {
        runner().run(it -> assertThat(it.getBean(LiveProperties.class).pulseEvery()).hasSeconds(15));
    }

    @ParameterizedTest
    @ValueSource(strings = { "live.pulse-every=31s", "live.pulse-every=0s", "live.poll-every=0s",
        "live.poll-every=-1s" })
    void whatWouldLoseOrFloodPagesIsRefusedAtStart(String setting) {
        runner().withPropertyValues(setting).run(it -> assertThat(it).hasFailed());
    }

    private static ApplicationContextRunner runner() {
        return new ApplicationContextRunner().withUserConfiguration(Properties.class);
    }

    @EnableConfigurationProperties(LiveProperties.class)
    static class Properties {}
}
