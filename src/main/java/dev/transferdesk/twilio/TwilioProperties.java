package dev.transferdesk.twilio;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to reach Twilio, and as whom. A blank text means that nothing is said. There is no instance that cannot work:
 * whatever is missing or malformed is named, all of it at once.
 *
 * @param accountSid the account every call is made for
 * @param authToken its secret; not needed for calls where there is an API key
 * @param apiKeySid goes before the auth token where both are given
 * @param transferWorkflowSid optional
 * @param baseUrl optional: what stands in for Twilio, and then all of its APIs; region and edge mean nothing then
 * @param region optional, such as {@code ie1}
 * @param edge optional, such as {@code dublin}
 * @param connectTimeout how long a connection may take to come about
 * @param readTimeout how long Twilio may say nothing
 * @param poolTimeout how long to wait for one of the pool's connections
 * @param callTimeout how long one request may take in all, however much Twilio says meanwhile
 * @param poolSize how many connections there are, to each of Twilio's APIs
 */
@ConfigurationProperties("twilio")
record TwilioProperties(@DefaultValue("") String accountSid, @DefaultValue("") String authToken,
        @DefaultValue("") String apiKeySid, @DefaultValue("") String apiKeySecret,
        @DefaultValue("") String workspaceSid,
        @DefaultValue("") String transferWorkflowSid, @DefaultValue("") String baseUrl, @DefaultValue("") String region,
        @DefaultValue("") String edge, @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("5s") Duration readTimeout, @DefaultValue("2s") Duration poolTimeout,
        @DefaultValue("10s") Duration callTimeout, @DefaultValue("100") int poolSize, @DefaultValue BackOff backOff) {

    /**
     * How long to wait before a call that Twilio was too busy for is made again.
     *
     * @param firstPause doubles from one repeat to the next
     * @param longestPause of one repeat, also where Twilio asks for more
     * @param repeats 4 at most
     */
    record BackOff(@DefaultValue("200ms") Duration firstPause, @DefaultValue("5s") Duration longestPause,
            @DefaultValue("4") int repeats) {}

    TwilioProperties {
        accountSid = accountSid.strip();
        authToken = authToken.strip();
        apiKeySid = apiKeySid.strip();
        apiKeySecret = apiKeySecret.strip();
        workspaceSid = workspaceSid.strip();
        transferWorkflowSid = transferWorkflowSid.strip();
        baseUrl = baseUrl.strip();
        region = region.strip();
        edge = edge.strip();

        TwilioSettingsCheck.of(accountSid, authToken, apiKeySid, apiKeySecret)
                .workspace(workspaceSid, transferWorkflowSid)
                .place(baseUrl, region, edge)
                .positive("connect-timeout", connectTimeout)
                .positive("read-timeout", readTimeout)
                .positive("pool-timeout", poolTimeout)
                .positive("call-timeout", callTimeout)
                .between("pool-size", poolSize, 1, 10_000)
                .positive("back-off.first-pause", backOff.firstPause)
                .positive("back-off.longest-pause", backOff.longestPause)
                .between("back-off.repeats", backOff.repeats, 0, 4)
                .verdict();
    }

    String user() {
        return apiKeySid.isEmpty() ? accountSid : apiKeySid;
    }

    String password() {
        return apiKeySid.isEmpty() ? authToken : apiKeySecret;
    }

    Optional<URI> place() {
        return baseUrl.isEmpty() ? Optional.empty() : Optional.of(URI.create(baseUrl));
    }

    Workspace workspace() {
        return new Workspace(new WorkspaceSid(workspaceSid),
                Optional.of(transferWorkflowSid).filter(sid -> !sid.isEmpty()).map(WorkflowSid::new));
    }

    @Override
    public String toString() {
        return "Twilio account %s, workspace %s".formatted(accountSid, workspaceSid);
    }
}
