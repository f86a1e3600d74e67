package dev.transferdesk.desk;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What a change was about is not, or not any more, part of the agent's own task. */
final class TaskPartMissing extends ResponseStatusException {

    private static final long serialVersionUID = 1;

    TaskPartMissing() {
        super(HttpStatus.NOT_FOUND);
    }
}
