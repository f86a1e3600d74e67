package dev.transferdesk.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/** Like {@link ContractTest}, of a desk that goes on sooner and allows two invites. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {
    "spring.datasource.url=jdbc:h2:mem:impatient;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
    "sandbox.port=0",
    "schedule.look-every=100ms",
    "features.conversation-transfer.pending-invites=2",
    "twilio.read-timeout=1s",
    "twilio.back-off.first-pause=10ms" })
@Import({ Floor.class, MovableClock.class })
@interface ImpatientContractTest {}
