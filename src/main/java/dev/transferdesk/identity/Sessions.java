package dev.transferdesk.identity;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Those that browsers have with any of the desk's processes. */
@Component
public class Sessions {

    private final JdbcClient jdbc;

    Sessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The ids of all; one whose time is over is none of them a minute later. */
    public Set<String> present() {
        return jdbc.sql("select session_id from spring_session").query(String.class).set();
    }
}
