package dev.transferdesk.sandbox;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells whoever starts a second desk what to do about the port of the first one's sandbox. */
class SandboxPortInUseAnalyzer extends AbstractFailureAnalyzer<SandboxPortInUse> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SandboxPortInUse cause) {
        return new FailureAnalysis(cause.getMessage() + ".", """
                Start with --sandbox.port=0 for a sandbox of its own on any free port, or share the one that runs:
                %s""".formatted(Announcement.arguments(cause.port())), cause);
    }
}
