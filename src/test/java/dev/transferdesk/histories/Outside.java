package dev.transferdesk.histories;

import static dev.transferdesk.twilio.FakeTwilio.json;

import dev.transferdesk.histories.Staff.Team;
import dev.transferdesk.twilio.Reservation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.node.ObjectNode;

/** What happens without the desk: agents answer offers, colleagues use the Flex plug-in, others write attributes. */
final class Outside {

    private final World world;
    private final Story story;

    Outside(World world, Story story) {
        this.world = world;
        this.story = story;
    }

    void accept(Random chance) {
        offer(chance).ifPresent(it -> {
            story.tell("%s accepts %s".formatted(Staff.of(it.worker()), it.task()));
            world.dispatch.accept(it);
        });
    }

    void decline(Random chance) {
        offer(chance).ifPresent(it -> {
            story.tell("%s declines %s".formatted(Staff.of(it.worker()), it.task()));
            world.dispatch.reject(it);
        });
    }

    void everyoneAccepts() {
        world.available.addAll(List.of(Staff.values()));
        world.dispatch.offerAll();
        offers().forEach(it -> {
            story.tell("%s accepts %s".formatted(Staff.of(it.worker()), it.task()));
            world.dispatch.accept(it);
        });
    }

    void goOffline(Random chance) {
        var agent = any(List.of(Staff.values()), chance).orElseThrow();
        story.tell("%s goes offline".formatted(agent));
        world.available.remove(agent);
    }

    void goOnline(Random chance) {
        any(java.util.Arrays.stream(Staff.values()).filter(it -> !world.available.contains(it)).toList(), chance)
                .ifPresent(it -> {
                    story.tell("%s is available again".formatted(it));
                    world.available.add(it);
                    world.dispatch.offerAll();
                });
    }

    /** With an entry that says so, as the plug-in does. */
    void pluginInvites(Random chance) {
        chat(chance).filter(it -> entries(it).isEmpty()).ifPresent(chat -> {
            var target = any(Staff.targets(), chance).orElseThrow();
            var team = Team.of(target);
            var attributes = json("""
                    {'conversationSid': '%s', 'flexInteractionSid': '%s', 'flexInteractionChannelSid': '%s',
                     'transferTargetType': '%s', 'transferTargetSid': '%s', 'transferQueueName': '%s',
                     'workerSidsInConversation': [%s]}
                    """.formatted(chat.conversation, chat.channel.interaction(), chat.channel.channel(),
                    team.isPresent() ? "queue" : "worker", target, team.map(Team::title).orElse(""),
                    String.join(",", world.agentsIn(chat).stream().map(it -> "'%s'".formatted(it.worker())).toList())));
            var invited = world.invite(chat, attributes);
            story.tell("plug-in: %s is invited by %s into %s".formatted(Staff.nameOf(target), invited.task(),
                    chat.customer));
            var all = chat.attributes.deepCopy();
            var invites = all.path("invites") instanceof ObjectNode present ? present : all.putObject("invites");
            invites.set(invited.task().value(), json("""
                    {'invitesTaskSid': '%s', 'targetSid': '%s', 'targetName': '%s', 'timestampCreated': '%s',
                     'inviteTargetType': '%s'}
                    """.formatted(invited.task(), target, Staff.nameOf(target), world.clock.instant(),
                    team.isPresent() ? "Queue" : "Worker")));
            chat.attributes = all;
        });
    }

    /** Of an invite that it sees, and takes the entry away, or fails to. */
    void pluginCancels(Random chance) {
        chat(chance).ifPresent(chat -> any(entries(chat), chance).ifPresent(task -> {
            var job = world.jobs.values().stream().filter(it -> it.sid.value().equals(task)).findFirst();
            story.tell("plug-in: cancels %s".formatted(task));
            job.filter(Job::isLive).ifPresent(it -> world.dispatch.cancel(it, "cancelled with the plug-in"));
            if (chance.nextBoolean()) {
                var all = chat.attributes.deepCopy();
                ((ObjectNode) all.get("invites")).remove(task);
                chat.attributes = all;
            }
        }));
    }

    /** The plug-in closes the channel unless it sees that somebody else is in, or invited. */
    void pluginLeaves(Random chance) {
        chat(chance).ifPresent(chat -> any(world.agentsIn(chat), chance).ifPresent(it -> leaves(chat, it, "leaves")));
    }

    void pluginRemoves(Random chance) {
        chat(chance).filter(it -> world.agentsIn(it).size() > 1)
                .ifPresent(chat -> any(world.agentsIn(chat), chance).ifPresent(it -> leaves(chat, it, "is removed")));
    }

    void pluginWrites(Random chance) {
        chat(chance).ifPresent(chat -> {
            var key = "k" + chance.nextInt(4);
            var value = "v" + chance.nextInt(1000);
            story.tell("somebody writes %s = %s for %s".formatted(key, value, chat.customer));
            chat.foreignKeys.put(key, value);
            chat.attributes = chat.attributes.deepCopy().put(key, value);
        });
    }

    void supervisorEnds(Random chance) {
        any(world.jobs.values().stream().filter(Job::isLive).toList(), chance).ifPresent(it -> {
            story.tell("a supervisor cancels %s".formatted(it.sid));
            world.dispatch.cancel(it, "supervisor");
        });
    }

    private void leaves(Chat chat, Staff agent, String how) {

        var alone = world.agentsIn(chat).size() == 1;

        if (alone && entries(chat).isEmpty()) {
            story.tell("plug-in: %s ends the conversation with %s".formatted(agent, chat.customer));
            world.close(chat);
            return;
        }

        story.tell("plug-in: %s %s (%s)".formatted(agent, how, chat.customer));
        world.seats(chat, agent).forEach(it -> world.unseat(chat, it));
    }

    private Optional<Chat> chat(Random chance) {
        return any(world.chats.values().stream().filter(Chat::isOpen).toList(), chance);
    }

    private Optional<Reservation> offer(Random chance) {
        return any(offers(), chance);
    }

    private List<Reservation> offers() {
        return List.copyOf(world.jobs.values()).stream().flatMap(it -> it.standing().stream()).toList();
    }

    static List<String> entries(Chat chat) {
        return new ArrayList<>(chat.attributes.path("invites").propertyNames());
    }

    static <T> Optional<T> any(List<T> all, Random chance) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(chance.nextInt(all.size())));
    }
}
