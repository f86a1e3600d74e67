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
                    --twilio.base-url={}
                    --twilio.account-sid={}
                    --twilio.auth-token={}
                    --twilio.workspace-sid={}
                ------------------------------------------------------------------------""",
                url(port), url(port), Credentials.SANDBOX.accountSid(), Credentials.SANDBOX.authToken(),
                Workspace.SID);
    }

    static String url(int port) {
        return "http://127.0.0.1:" + port;
    }
}
