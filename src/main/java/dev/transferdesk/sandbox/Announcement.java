package dev.transferdesk.sandbox;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the log says when the sandbox is up. */
final class Announcement {

    private static final Logger log = LoggerFactory.getLogger(SandboxServer.class);

    private Announcement() {}

    static void insideTheDesk(int port) {
        log.info("""

                ------------------------------------------------------------------------
                  No Twilio credentials are configured: this runs on the local sandbox.
                  Stand-in for Flex    {}
                  Sign in to the desk  {}
                  Password             {}
                ------------------------------------------------------------------------""",
                url(port), DemoUser.names(), DemoUser.PASSWORD);
    }

    static void standAlone(int port) {
        log.info("""

                ------------------------------------------------------------------------
                  The sandbox is up. Stand-in for Flex: {}
                  Desks that should use it are started with
                {}
                ------------------------------------------------------------------------""",
                url(port), arguments(port).indent(4).stripTrailing());
    }

    /** With which a desk is started that uses the sandbox on that port. */
    static String arguments(int port) {
        return """
                --twilio.base-url=%s
                --twilio.account-sid=%s
                --twilio.auth-token=%s
                --twilio.workspace-sid=%s""".formatted(url(port), Credentials.SANDBOX.accountSid(),
                Credentials.SANDBOX.authToken(), Workspace.SID);
    }

    static String url(int port) {
        return "http://127.0.0.1:" + port;
    }
}
