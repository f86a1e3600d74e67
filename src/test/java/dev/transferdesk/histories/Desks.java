package dev.transferdesk.histories;

import dev.transferdesk.histories.Trouble.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;

/** The processes of the desk that there are, on one database. */
final class Desks {

    private static final int AT_ONCE = 2;

    private final World world;
    private final Story story;
    private final Trouble trouble;
    private final Connections database;
    private final Map<String, String> configuration;
    private final List<DeskProcess> running = new ArrayList<>();
    private int started;

    Desks(World world, Story story, Trouble trouble, Connections database, Map<String, String> configuration) {
        this.world = world;
        this.story = story;
        this.trouble = trouble;
        this.database = database;
        this.configuration = configuration;
        startAll();
    }

    void startAll() {

        running.removeIf(it -> !it.isAlive());

        while (running.size() < AT_ONCE) {
            running.add(new DeskProcess("P" + ++started, world, trouble, database, configuration));
        }
    }

    void kill(Random chance) {
        var victim = any(chance);
        story.tell("process %s is killed".formatted(victim.name()));
        victim.die();
    }

    /** One that lives; the last one's successor where none does. */
    DeskProcess any(Random chance) {

        var alive = alive();

        if (alive.isEmpty()) {
            startAll();
            return any(chance);
        }

        return alive.get(chance.nextInt(alive.size()));
    }

    List<DeskProcess> alive() {
        return running.stream().filter(DeskProcess::isAlive).toList();
    }

    void work(Random chance) {
        any(chance).work();
    }

    void workAll() {
        alive().forEach(DeskProcess::work);
    }

    /** @return what was answered, the exception that came instead, or nothing from a process that died over it */
    java.util.Optional<Object> ask(DeskProcess process, Plan plan, Callable<Object> request) {

        var answer = new ArrayList<Object>();

        trouble.during(plan, () -> process.run(() -> {
            try {
                answer.add(request.call());
            } catch (Exception e) {
                answer.add(e);
            }
        }));

        return process.isAlive() || !answer.isEmpty() && !(answer.getFirst() instanceof Throwable)
                ? answer.stream().findFirst()
                : java.util.Optional.empty();
    }
}
