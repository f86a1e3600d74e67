package dev.transferdesk.directory;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The workers and queues that users keep at hand. */
@Component
public class Favourites {

    /** More would leave no room for anybody else in a list. */
    public static final int MOST = 20;

    private final JdbcClient jdbc;
    private final Clock clock;

    Favourites(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** SIDs, in the order in which they were kept, so that each stays where its user looks for it. */
    public List<String> of(String username) {
        return jdbc.sql("select target from favourite where username = ? order by kept_at, target")
                .param(username)
                .query(String.class)
                .list();
    }

    /** @return whether it is kept now: not if there are so many already */
    public boolean keep(String username, String target) {

        var kept = of(username);

        if (kept.contains(target)) {
            return true;
        }

        return kept.size() < MOST && add(username, target);
    }

    public void letGo(String username, String target) {
        jdbc.sql("delete from favourite where username = ? and target = ?").params(username, target).update();
    }

    private boolean add(String username, String target) {
        try {
            jdbc.sql("insert into favourite (username, target, kept_at) values (?, ?, ?)")
                    .params(username, target, clock.instant().atOffset(UTC))
                    .update();
        } catch (DuplicateKeyException _) {
            // By another page of the same user's, at the same moment
        }
        return true;
    }
}
