package dev.transferdesk.workflow;

/** An expression that TaskRouter would refuse, and where it stops making sense. */
public class ExpressionSyntaxException extends RuntimeException {

    private final int position;

    public ExpressionSyntaxException(String message, int position) {
        super("%s, at character %d".formatted(message, position + 1));
        this.position = position;
    }

    /** Offset into the expression's text, from 0; the message counts from 1. */
    public int position() {
        return position;
    }
}
