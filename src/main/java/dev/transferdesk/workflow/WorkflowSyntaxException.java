package dev.transferdesk.workflow;

/** A workflow configuration that TaskRouter would refuse, and the place in it. */
public class WorkflowSyntaxException extends RuntimeException {

    private final String location;

    WorkflowSyntaxException(String location, String message) {
        super("%s: %s".formatted(location, message));
        this.location = location;
    }

    WorkflowSyntaxException(String location, ExpressionSyntaxException cause) {
        super("%s: %s".formatted(location, cause.getMessage()), cause);
        this.location = location;
    }

    /** For example {@code task_routing.filters[0].targets[1].expression}. */
    public String location() {
        return location;
    }
}
