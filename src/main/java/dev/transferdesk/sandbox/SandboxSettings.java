package dev.transferdesk.sandbox;

import java.time.Duration;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/**
 * Where the sandbox listens, and its answer to each question that Twilio's documentation leaves open.
 *
 * @param port where it listens; 0 takes any free port
 * @param closedParticipantsListed whether an interaction participant who left is still in the list
 * @param closeCancelsInvites whether closing a channel cancels the tasks that nobody has accepted yet
 * @param timeoutActivity whether a worker who lets an offer time out moves to the workspace's timeout activity
 * @param unmatchedCanceled whether a task that no filter matches is cancelled; else it waits for its own timeout
 * @param orchestrationRaisesWebhooks whether changes made by Flex raise Conversations webhooks
 * @param deskWebhooks whether the desk that starts with it is told what happens
 * @param orchestrationDelay how long Flex takes to carry out what an accepted offer or a closed participant means
 * @param extraWorkers how many workers there are besides those of the seed data
 * @param extraQueues how many queues there are besides those
 */
record SandboxSettings(
        @DefaultValue("4010") int port,
        @DefaultValue("false") boolean closedParticipantsListed,
        @DefaultValue("true") boolean closeCancelsInvites,
        @DefaultValue("true") boolean timeoutActivity,
        @DefaultValue("true") boolean unmatchedCanceled,
        @DefaultValue("false") boolean orchestrationRaisesWebhooks,
        @DefaultValue("true") boolean deskWebhooks,
        @DefaultValue("0s") Duration orchestrationDelay,
        @DefaultValue("0") int extraWorkers,
        @DefaultValue("0") int extraQueues) {

    /** Reads {@code sandbox.*}. */
    static SandboxSettings of(Environment environment) {
        return Binder.get(environment).bindOrCreate("sandbox", SandboxSettings.class);
    }
}
