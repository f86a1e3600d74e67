package dev.transferdesk.workflow;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * @param value    what a literal stands for
 * @param position offset of its first character
 * @param end      offset after its last
 */
record Token(Kind kind, String text, JsonNode value, int position, int end) {

    enum Kind {
        LITERAL, PATH, COMPARATOR, CONTAINS, HAS, IN, NOT, AND, OR, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST, COMMA, END
    }

    Token(Kind kind, String text, int position) {
        this(kind, text, NullNode.getInstance(), position, position + text.length());
    }

    String described() {
        return kind == Kind.END ? "the end" : "'" + text + "'";
    }
}
