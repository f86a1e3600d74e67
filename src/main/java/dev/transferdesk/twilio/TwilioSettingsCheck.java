package dev.transferdesk.twilio;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Collects what is wrong with the settings, so that all of it can be named at once. Texts hold no values: one may be a secret. */
final class TwilioSettingsCheck {

    private static final Pattern HOST_LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");

    private final List<String> problems = new ArrayList<>();

    private TwilioSettingsCheck() {}

    static TwilioSettingsCheck of(String account, String token, String key, String secret) {

        var check = new TwilioSettingsCheck();

        if ((account + token + key + secret).isEmpty()) {
            check.problems
                    .add("there are no credentials: neither twilio.account-sid (ACCOUNT_SID) with twilio.auth-token "
                            + "(AUTH_TOKEN), nor twilio.account-sid with twilio.api-key-sid and twilio.api-key-secret");
        } else {
            check.credentials(account, token, key, secret);
        }

        return check;
    }

    private void credentials(String account, String token, String key, String secret) {

        needed("account-sid (ACCOUNT_SID)", account);
        sid("account-sid (ACCOUNT_SID)", "AC", account);

        if (!(key + secret).isEmpty()) {
            needed("api-key-sid", key);
            sid("api-key-sid", "SK", key);
            needed("api-key-secret", secret);
        } else if (token.isEmpty()) {
            problems.add("twilio.auth-token (AUTH_TOKEN) is missing, or twilio.api-key-sid and twilio.api-key-secret");
        }
    }

    TwilioSettingsCheck workspace(String workspace, String transferWorkflow) {

        needed("workspace-sid (TWILIO_FLEX_WORKSPACE_SID)", workspace);
        sid("workspace-sid (TWILIO_FLEX_WORKSPACE_SID)", "WS", workspace);
        sid("transfer-workflow-sid (TWILIO_FLEX_CHAT_TRANSFER_WORKFLOW_SID)", "WW", transferWorkflow);

        return this;
    }

    TwilioSettingsCheck place(String baseUrl, String region, String edge) {

        if (!baseUrl.isEmpty() && !isBareUrl(baseUrl)) {
            problems.add("twilio.base-url must be http:// or https://, a host and perhaps a port, and nothing more");
        }

        label("region", region);
        label("edge", edge);

        return this;
    }

    TwilioSettingsCheck positive(String name, Duration duration) {

        if (!duration.isPositive()) {
            problems.add("twilio.%s must be longer than nothing".formatted(name));
        }

        return this;
    }

    TwilioSettingsCheck between(String name, int value, int least, int most) {

        if (value < least || value > most) {
            problems.add("twilio.%s must be between %d and %d".formatted(name, least, most));
        }

        return this;
    }

    void verdict() {

        if (!problems.isEmpty()) {
            throw new InvalidTwilioSettings(problems);
        }
    }

    private void needed(String name, String value) {

        if (value.isEmpty()) {
            problems.add("twilio.%s is missing".formatted(name));
        }
    }

    private void sid(String name, String prefix, String value) {

        if (!value.isEmpty() && !Sids.isSid(prefix, value)) {
            problems.add("twilio.%s must be %s and 32 hexadecimal digits".formatted(name, prefix));
        }
    }

    private void label(String name, String value) {

        if (!value.isEmpty() && !HOST_LABEL.matcher(value).matches()) {
            problems.add("twilio.%s must be lower-case letters, digits and hyphens".formatted(name));
        }
    }

    private static boolean isBareUrl(String text) {
        try {
            var url = new URI(text);

            return ("http".equals(url.getScheme()) || "https".equals(url.getScheme())) && url.getHost() != null
                    && url.getUserInfo() == null && url.getQuery() == null && url.getFragment() == null
                    && (url.getPath().isEmpty() || url.getPath().equals("/"));
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
