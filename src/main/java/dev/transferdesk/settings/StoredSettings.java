package dev.transferdesk.settings;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What administrators have changed, by name. A setting that nobody has changed is not here. */
@Component
class StoredSettings {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher news;

    StoredSettings(JdbcClient jdbc, Clock clock, ApplicationEventPublisher news) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.news = news;
    }

    Map<String, String> all() {
        return jdbc.sql("select name, setting from setting")
                .query((row, _) -> Map.entry(row.getString("name"), row.getString("setting")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The last one to store a setting wins. */
    void store(String name, String setting, String who) {
        if (!update(name, setting, who) && !insert(name, setting, who)) {
            update(name, setting, who);
        }
        news.publishEvent(new SettingChanged(name));
    }

    /**
     * Stores a setting only as long as nobody else has stored another one meanwhile.
     *
     * @param before what was stored so far
     * @return whether it was stored
     */
    boolean replace(String name, Optional<String> before, String setting, String who) {

        var replaced = before.map(it -> update(name, it, setting, who)).orElseGet(() -> insert(name, setting, who));

        if (replaced) {
            news.publishEvent(new SettingChanged(name));
        }

        return replaced;
    }

    private boolean update(String name, String setting, String who) {
        return jdbc.sql("update setting set setting = ?, changed_at = ?, changed_by = ? where name = ?")
                .params(setting, clock.instant().atOffset(UTC), who, name)
                .update() == 1;
    }

    private boolean update(String name, String before, String setting, String who) {
        return jdbc.sql("""
                update setting
                set setting = ?, changed_at = ?, changed_by = ?
                where name = ?
                  and setting = ?
                """).params(setting, clock.instant().atOffset(UTC), who, name, before).update() == 1;
    }

    private boolean insert(String name, String setting, String who) {
        try {
            return jdbc.sql("insert into setting (setting, changed_at, changed_by, name) values (?, ?, ?, ?)")
                    .params(setting, clock.instant().atOffset(UTC), who, name)
                    .update() == 1;
        } catch (DuplicateKeyException somebodyElseWasFaster) {
            return false;
        }
    }
}
