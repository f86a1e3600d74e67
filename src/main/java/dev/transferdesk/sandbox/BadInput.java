package dev.transferdesk.sandbox;

/** A control request that makes no sense; answered with 400 and {@code {message}}. */
final class BadInput extends RuntimeException {

    BadInput(String message) {
        super(message, null, false, false);
    }
}
