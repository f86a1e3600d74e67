package dev.transferdesk.desk;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says in the log, as its last line of the start, where to go next. */
@Component
class SignInAddress {

    private static final Logger log = LoggerFactory.getLogger(SignInAddress.class);

    private final String notice;

    SignInAddress(@Value("${desk.notice:}") String notice) {
        this.notice = notice;
    }

    @EventListener
    void say(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext server
                && server.getWebServer() != null) {
            log.info("The desk is at http://localhost:{}. {}", server.getWebServer().getPort(), notice);
        }
    }
}
