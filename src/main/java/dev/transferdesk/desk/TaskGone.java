package dev.transferdesk.desk;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The task is not this agent's, or not any more, or never was one: nobody is told which. */
final class TaskGone extends ResponseStatusException {

    private static final long serialVersionUID = 1;

    TaskGone() {
        super(HttpStatus.NOT_FOUND);
    }
}
