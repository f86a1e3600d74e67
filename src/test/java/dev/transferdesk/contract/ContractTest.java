package dev.transferdesk.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/**
 * A test of the whole desk from outside: what it answers to browsers, and what the sandbox has seen of it. All of them
 * share one desk, so each begins conversations of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {
    "spring.datasource.url=jdbc:h2:mem:contract;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
    "sandbox.port=0",
    "twilio.read-timeout=1s",
    "twilio.back-off.first-pause=10ms",
    "watchdog.sweep-every=100d" })
@Import({ Floor.class, MovableClock.class })
@interface ContractTest {}
