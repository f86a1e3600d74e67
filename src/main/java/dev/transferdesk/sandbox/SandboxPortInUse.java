package dev.transferdesk.sandbox;

/** Somebody listens where the sandbox should, perhaps the sandbox of another desk. */
final class SandboxPortInUse extends RuntimeException {

    private final int port;

    SandboxPortInUse(int port) {
        super("Port %d, where the sandbox should listen, is in use".formatted(port), null, false, false);
        this.port = port;
    }

    int port() {
        return port;
    }
}
