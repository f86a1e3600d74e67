package dev.transferdesk.histories;

import dev.transferdesk.twilio.TaskSid;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody asked the desk for, and what they were told.
 *
 * @param about the request's key, the transfer's id or the participant
 * @param answer the desk's, nothing where none came
 */
record Click(Step.Kind kind, Staff who, TaskSid task, String about, Optional<Object> answer, Instant at) {

    boolean wasTold(Class<?> answerType) {
        return answer.filter(answerType::isInstance).isPresent();
    }
}
