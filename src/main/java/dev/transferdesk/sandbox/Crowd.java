package dev.transferdesk.sandbox;

import java.util.List;
import java.util.stream.IntStream;

import org.springframework.stereotype.Component;

import dev.transferdesk.workflow.Expression;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * As many more workers and queues as are asked for, for whoever wants to see how a large contact centre does. The same
 * ones at every start; most workers are off shift, one in seven is available.
 */
@Component
class Crowd {

    private static final List<String> GIVEN_NAMES = List.of("Adaeze", "Agnès", "Álvaro", "Amélie", "Amir", "Anders",
            "Aoife", "Asha", "Beatriz", "Bjarne", "Błażej", "Chiara", "Daiki", "Dóra", "Elif", "Emil", "Esmé", "Femi",
            "Freja", "Gökhan", "Hélène", "Ines", "Jón", "Kateřina", "Liam", "Lúcia", "Małgorzata", "Mei", "Nadia",
            "Noé", "Olu", "Petra", "Rahul", "Renée", "Søren", "Tamás", "Uma", "Viktor", "Yara", "Zuzana");
    private static final List<String> FAMILY_NAMES = List.of("Abara", "Almeida", "Bakker", "Bělohlávek", "Castaño",
            "Conti", "Dahl", "Demir", "Eriksson", "Faria", "Gałązka", "Grüber", "Haugen", "Ibarra", "Jansen", "Kaya",
            "Kovács", "Laurent", "Łuczak", "Mbeki", "Møller", "Nagy", "Nguyễn", "Okoro", "Ørsted", "Pereira",
            "Quiroga", "Rao", "Šimek", "Strauß", "Tanaka", "Tóth", "Uribe", "Varga", "Weiß", "Yilmaz", "Zając",
            "Zhang", "Ziegler", "Zubiri");
    private static final List<String> SKILLS = List.of("billing", "sales", "support", "returns", "fraud", "retention",
            "loyalty", "complaints", "travel", "warranty");
    private static final List<String> LANGUAGES = List.of("en", "de", "es", "fr", "pl", "pt", "cs", "hu", "tr", "ja");
    private static final List<String> TOWNS = List.of("Lisbon", "Kraków", "Malmö", "Győr", "Brno", "Porto", "Lyon",
            "Graz", "Ankara", "Osaka");
    private static final int AVAILABLE_EVERY = 7;
    private static final int BREAK_EVERY = 11;

    private final State state;
    private final SandboxClock clock;
    private final Workers workers;
    private final SandboxSettings settings;

    Crowd(State state, SandboxClock clock, Workers workers, SandboxSettings settings) {
        this.state = state;
        this.clock = clock;
        this.workers = workers;
        this.settings = settings;
    }

    void plantQueues() {
        IntStream.range(0, settings.extraQueues())
                .forEach(i -> state.queues.add(new TaskQueue(queueSid(i), clock.instant(), queueName(i),
                        Expression.parse("routing.team == " + i))));
    }

    /** Leads transfers to each of the queues, as an administrator would have it. */
    void addFilters(ObjectNode configuration) {
        var filters = (ArrayNode) configuration.path("task_routing").path("filters");
        IntStream.range(0, settings.extraQueues()).forEach(i -> {
            var filter = filters.addObject();
            filter.put("filter_friendly_name", "To " + queueName(i));
            filter.put("expression", "transferQueueName == '" + queueName(i) + "'");
            filter.putArray("targets")
                    .addObject()
                    .put("queue", queueSid(i))
                    .put("expression", "worker.sid NOT IN task.workerSidsInConversation");
        });
    }

    void hire() {
        IntStream.range(0, settings.extraWorkers()).forEach(this::hire);
    }

    private void hire(int i) {
        var email = "agent%05d@example.com".formatted(i);
        var attributes = Json.object();
        attributes.put("full_name", name(i));
        attributes.put("email", email);
        attributes.put("contact_uri", "client:" + Seeds.escaped(email));
        var routing = attributes.putObject("routing");
        routing.put("team", settings.extraQueues() == 0 ? 0 : i % settings.extraQueues());
        routing.putArray("skills").add(pick(SKILLS, i)).add(pick(SKILLS, i / SKILLS.size()));
        attributes.putArray("languages").add("en").add(pick(LANGUAGES, i / 3));
        workers.add(Sid.fixed("WK", email), email, attributes, state.activity(activity(i)));
    }

    private static String name(int i) {
        var round = i / (GIVEN_NAMES.size() * FAMILY_NAMES.size());

        return pick(GIVEN_NAMES, i) + (round == 0 ? " " : " " + (char) ('A' + round % 26) + ". ")
                + pick(FAMILY_NAMES, i / GIVEN_NAMES.size());
    }

    private static String activity(int i) {
        return i % AVAILABLE_EVERY == 0 ? Presence.AVAILABLE : i % BREAK_EVERY == 0 ? "Break" : Presence.OFFLINE;
    }

    private static String queueSid(int i) {
        return Sid.fixed("WQ", "crowd " + i);
    }

    private static String queueName(int i) {
        return "%s %s %d".formatted(pick(TOWNS, i), pick(SKILLS, i / TOWNS.size()), i);
    }

    private static String pick(List<String> some, int i) {
        return some.get(i % some.size());
    }
}
