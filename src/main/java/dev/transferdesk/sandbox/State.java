package dev.transferdesk.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everything that the sandbox holds. Touched only through {@link World}, one caller at a time. */
@Component
class State {

    static final String CHAT_SERVICE = Sid.fixed("IS", "sandbox");

    final Workspace workspace = new Workspace();
    final ConversationsConfiguration conversationsConfiguration = new ConversationsConfiguration();
    final Table<Activity> activities = new Table<>();
    final Table<TaskChannel> taskChannels = new Table<>();
    final Table<Worker> workers = new Table<>();
    final Table<TaskQueue> queues = new Table<>();
    final Table<Workflow> workflows = new Table<>();
    final Table<Task> tasks = new Table<>();
    final Table<Reservation> reservations = new Table<>();
    final Table<Interaction> interactions = new Table<>();
    final Table<Conversation> conversations = new Table<>();
    final Table<Sink> sinks = new Table<>();
    final Table<Subscription> subscriptions = new Table<>();

    /** While the sandbox is furnished, nothing of it happens, so nobody is told. */
    boolean furnishing;

    /** Where events go is a setting of whoever listens, and stays. */
    void clear() {
        Stream.of(activities, taskChannels, workers, queues, workflows, tasks, reservations, interactions,
                conversations).forEach(Table::clear);
    }

    Activity activity(String name) {
        return activities.findFirst(activity -> activity.name.equals(name)).orElseThrow();
    }

    Optional<TaskChannel> taskChannel(@Nullable String sidOrName) {
        return sidOrName == null ? Optional.empty() : taskChannels.findFirst(channel -> channel.isCalled(sidOrName));
    }

    Conversation conversation(String sidOrUniqueName) {
        return conversations.find(sidOrUniqueName)
                .or(() -> conversations.findFirst(one -> sidOrUniqueName.equals(one.uniqueName())))
                .orElseThrow(Refusal::notFound);
    }

    Interaction interaction(String sid, String channelSid) {
        return interactions.find(sid)
                .filter(interaction -> interaction.channelSid.equals(channelSid))
                .orElseThrow(Refusal::notFound);
    }

    Optional<Interaction> interactionOn(Conversation conversation) {
        return interactions.findFirst(interaction -> interaction.conversation == conversation
                && interaction.channelStatus() != Interaction.Status.CLOSED);
    }

    List<Reservation> reservationsOf(Worker worker) {
        return reservations.stream().filter(reservation -> reservation.worker == worker).toList();
    }

    /** How many of the worker's places on a channel are taken. */
    int load(Worker worker, TaskChannel channel) {
        return (int) reservations.stream()
                .filter(reservation -> reservation.worker == worker && reservation.occupies())
                .filter(reservation -> reservation.task.channel() == channel)
                .count();
    }

    List<Task> tasksIn(TaskQueue queue) {
        return tasks.stream()
                .filter(task -> task.stage() != null && task.stage().queue() == queue && !task.ended())
                .toList();
    }

    void purge(Task task) {
        tasks.remove(task);
        new ArrayList<>(task.reservations()).forEach(reservations::remove);
    }
}
