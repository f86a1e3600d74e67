package dev.transferdesk.twilio;

import com.twilio.http.TwilioRestClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TwilioConfiguration {

    @Bean
    Workspace workspace(TwilioProperties settings) {
        return settings.workspace();
    }

    @Bean
    OneShotHttpClient twilioHttpClient(TwilioProperties settings) {
        return new OneShotHttpClient(settings);
    }

    @Bean
    Calls twilioCalls(TwilioProperties settings, OneShotHttpClient http, ObjectProvider<MeterRegistry> meters) {
        return new Calls(client(settings, http),
                new BackOff(settings.backOff(), Thread::sleep, () -> ThreadLocalRandom.current().nextLong()),
                meters.getIfAvailable(() -> Metrics.globalRegistry));
    }

    static TwilioRestClient client(TwilioProperties settings, com.twilio.http.HttpClient http) {

        var builder = new TwilioRestClient.Builder(settings.user(), settings.password())
                .accountSid(settings.accountSid())
                .httpClient(http);

        if (settings.place().isEmpty()) {
            region(settings, builder);
        }

        return builder.build();
    }

    /** Only for Twilio's own hosts: the library would write them into the name of any other. */
    private static void region(TwilioProperties settings, TwilioRestClient.Builder builder) {

        if (!settings.region().isEmpty()) {
            builder.region(settings.region());
        }

        if (!settings.edge().isEmpty()) {
            builder.edge(settings.edge());
        }
    }
}
