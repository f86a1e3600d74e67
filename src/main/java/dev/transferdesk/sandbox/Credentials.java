package dev.transferdesk.sandbox;

/** The one account of the sandbox, the same at every start. */
record Credentials(String accountSid, String authToken, String apiKeySid, String apiKeySecret) {

    static final Credentials SANDBOX = new Credentials(Sid.fixed("AC", "sandbox"), secret("token"),
            Sid.fixed("SK", "sandbox"), secret("key"));

    private static String secret(String name) {
        return Sid.fixed("", name);
    }
}
