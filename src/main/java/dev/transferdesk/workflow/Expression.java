package dev.transferdesk.workflow;

/** A condition in TaskRouter's language: a filter's, a target's, a queue's or a {@code skip_if}. */
public final class Expression {

    /** Ours, not Twilio's: it publishes none. */
    static final int MAX_LENGTH = 20_000;

    /** Likewise; counts parentheses within parentheses. */
    static final int MAX_DEPTH = 100;

    private final String text;
    private final Condition condition;
    private final Semantics semantics;

    private Expression(String text, Condition condition, Semantics semantics) {
        this.text = text;
        this.condition = condition;
        this.semantics = semantics;
    }

    public static Expression parse(String text) throws ExpressionSyntaxException {
        return parse(text, Semantics.LIKELY);
    }

    public static Expression parse(String text, Semantics semantics) throws ExpressionSyntaxException {
        if (text.length() > MAX_LENGTH) {
            throw new ExpressionSyntaxException("Longer than %d characters".formatted(MAX_LENGTH), MAX_LENGTH);
        }
        return new Expression(text, new Parser(Lexer.tokens(text), semantics.precedence()).parse(), semantics);
    }

    /** Never fails: what cannot be compared is not true. */
    public boolean test(Scope scope) {
        return condition.test(scope, semantics);
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    /** What it was understood as, for whoever explains it. */
    public Condition condition() {
        return condition;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Expression that && text.equals(that.text) && semantics.equals(that.semantics);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
