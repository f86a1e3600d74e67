package dev.transferdesk.workflow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

import dev.transferdesk.workflow.Token.Kind;

/** Cuts an expression into words. */
final class Lexer {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern INDEX = Pattern.compile("\\[\\d+]");
    private static final Pattern COMPARATOR = Pattern.compile("[=!<>]+");

    private final String text;
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) {
        var lexer = new Lexer(text);
        var tokens = new ArrayList<Token>();
        do {
            tokens.add(lexer.next());
        } while (tokens.getLast().kind() != Kind.END);
        return tokens;
    }

    private Token next() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return new Token(Kind.END, "", at);
        }
        var first = text.charAt(at);
        return switch (first) {
            case '(' -> symbol(Kind.OPEN);
            case ')' -> symbol(Kind.CLOSE);
            case '[' -> symbol(Kind.OPEN_LIST);
            case ']' -> symbol(Kind.CLOSE_LIST);
            case ',' -> symbol(Kind.COMMA);
            case '\'', '"' -> string(first);
            case '=', '!', '<', '>' -> comparator();
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            default -> word();
        };
    }

    private Token symbol(Kind kind) {
        at++;
        return new Token(kind, text.substring(at - 1, at), at - 1);
    }

    /** A backslash before a quote or a backslash takes away its meaning; elsewhere it is a character like any other. */
    private Token string(char quote) {
        var start = at++;
        var value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            if (text.charAt(at) == '\\' && at + 1 < text.length() && "\\'\"".indexOf(text.charAt(at + 1)) >= 0) {
                at++;
            }
            value.append(text.charAt(at++));
        }
        if (at == text.length()) {
            throw new ExpressionSyntaxException("String without an end", start);
        }
        at++;
        return literal(start, StringNode.valueOf(value.toString()));
    }

    private Token comparator() {
        var matcher = COMPARATOR.matcher(text).region(at, text.length());
        matcher.lookingAt();
        var token = new Token(Kind.COMPARATOR, matcher.group(), at);
        at = matcher.end();
        return token;
    }

    private Token number() {
        var start = at;
        var matcher = NUMBER.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw unexpected(at);
        }
        at = matcher.end();
        if (at < text.length() && AttributePath.isNamePart(text.charAt(at))) {
            throw unexpected(at);
        }
        return literal(start, DecimalNode.valueOf(new BigDecimal(matcher.group())));
    }

    private Token word() {
        var start = at;
        skipName();
        if (at == start) {
            throw unexpected(start);
        }
        var word = text.substring(start, at);
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "AND" -> new Token(Kind.AND, word, start);
            case "OR" -> new Token(Kind.OR, word, start);
            case "NOT" -> new Token(Kind.NOT, word, start);
            case "IN" -> new Token(Kind.IN, word, start);
            case "HAS" -> new Token(Kind.HAS, word, start);
            case "CONTAINS" -> new Token(Kind.CONTAINS, word, start);
            case "TRUE" -> literal(start, BooleanNode.TRUE);
            case "FALSE" -> literal(start, BooleanNode.FALSE);
            case "NULL" -> literal(start, NullNode.getInstance());
            default -> path(start);
        };
    }

    private void skipName() {
        while (at < text.length() && (AttributePath.isNamePart(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
    }

    private Token path(int start) {
        var index = INDEX.matcher(text);
        while (index.region(at, text.length()).lookingAt()) {
            at = index.end();
            skipName();
        }
        if (at < text.length() && text.charAt(at) == '-') {
            throw new ExpressionSyntaxException("Attribute names cannot have hyphens", at);
        }
        return new Token(Kind.PATH, text.substring(start, at), start);
    }

    private Token literal(int start, JsonNode value) {
        return new Token(Kind.LITERAL, text.substring(start, at), value, start, at);
    }

    private ExpressionSyntaxException unexpected(int position) {
        return new ExpressionSyntaxException("Extraneous input '%s'".formatted(Character.toString(text.codePointAt(
                position))), position);
    }
}
