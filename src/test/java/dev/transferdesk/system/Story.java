package dev.transferdesk.system;

import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * Tests that people at browsers act out, each on a {@link Stage} of its own. The desk is the one that `mvn
 * spring-boot:run` starts, its sandbox included, and all such classes share it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = RANDOM_PORT, properties = { "sandbox.port=0", "freshness.poll-every=500ms",
    "freshness.events=400ms", "directory.workers-fresh=1s",
    "spring.datasource.url=jdbc:h2:mem:stories;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1" })
@ExtendWith({ Browsers.class, Stagehand.class })
@interface Story {}
