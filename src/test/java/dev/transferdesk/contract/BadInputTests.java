package dev.transferdesk.contract;

import static java.net.http.HttpRequest.BodyPublishers.noBody;
import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever a browser may send: the documented status, a sentence that helps, and nothing done. */
@ContractTest
class BadInputTests {

    private static final String ZEROS = "0".repeat(32);

    /** As they stand in an address. */
    private static final List<String> NO_SIDS = List.of("x", "WT123", "WT" + "z".repeat(32),
            "wt" + ZEROS, "WT" + ZEROS + "0", "%F0%9F%92%A9", "%3Cscript%3Ealert(1)",
            "'%20or%201=1--", "$%7B7*7%7D", "x".repeat(4000));

    @Autowired
    private Floor floor;

    private Case one;
    private long since;

    @BeforeEach
    void begin() {
        floor.settle();
        one = floor.begin();
        since = floor.sandbox.now();
    }

    @AfterEach
    void tidy() {
        assertThat(floor.sandbox.calls(since)).noneMatch(Call::changes);
        assertThat(floor.record(one)).isEmpty();
        floor.tidy();
    }

    static Stream<String> othersTasks() {
        return Stream.concat(Stream.of("WT" + ZEROS), NO_SIDS.stream());
    }

    @ParameterizedTest
    @MethodSource("othersTasks")
    void knowsNoTaskThatIsNotTheAgents(String sid) {
        everyRouteOf(sid).forEach((route, answer) -> assertRefused(route, answer.get(), 404));
    }

    @Test
    void keepsAStrangersTaskToTheirself() {
        everyRouteOf(floor.sandbox.taskOf(floor.bob)).forEach((route, answer) -> assertRefused(route, answer.get(),
                404));
    }

    /** An admin has no conversations, and neither has a supervisor yet. */
    @ParameterizedTest
    @ValueSource(strings = { "ada", "sam" })
    void keepsATaskFromUsersWithoutAWorker(String username) {
        routes(username, one.task()).forEach((route, answer) -> assertRefused(route, answer.get(), 404));
    }

    @ParameterizedTest
    @ValueSource(strings = { "x;y=z", "x%3By", "x%25y", "WT%0A" })
    void refusesAddressesThatMeanSomethingElse(String sid) {
        everyRouteOf(sid).forEach((route, answer) -> assertRefused(route, answer.get(), 400, 404));
    }

    /** Before the desk itself gets to see them. */
    @ParameterizedTest
    @ValueSource(strings = { "%2E%2E%2F%2E%2E%2Fadmin", "WT%00", "x%5Cy", "%2F" })
    void refusesAddressesThatCannotBe(String sid) {

        var answer = floor.deskOf("alice").get("/tasks/" + sid);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(Texts.sayWhy(answer)).as(answer.body()).isTrue();
        assertThat(answer.body()).doesNotContain("Exception", "\tat ", "etty");
    }

    @ParameterizedTest
    @MethodSource("othersTasks")
    void knowsNoPartOfATaskThatIsNotThere(String sid) {

        var alice = floor.deskOf("alice");
        var task = "/tasks/" + one.task();

        assertRefused("invite", alice.delete(task + "/invites/" + sid), 404);
        assertRefused("participant", alice.delete(task + "/participants/" + sid.replace("WT", "UT")), 404);
        assertRefused("transfer", alice.delete(task + "/transfers/" + sid), 400, 404);
        assertRefused("accept", alice.post("/offers/%s/acceptance".formatted(sid.replace("WT", "WR"))), 404);
        assertRefused("decline", alice.post("/offers/%s/refusal".formatted(sid.replace("WT", "WR"))), 404);
        assertRefused("acknowledge", alice.post("/transfers/%s/acknowledgement".formatted(sid)), 400, 404);
    }

    @Test
    void removesNeitherTheCustomerNorOneself() {

        var alice = floor.deskOf("alice");

        floor.sandbox.participants(one)
                .forEach(it -> assertRefused(it, alice.delete("/tasks/%s/participants/%s".formatted(one.task(), it)),
                        404));
        assertRefused("own task", alice.delete("/tasks/%s/invites/%s".formatted(one.task(), one.task())), 404);
        assertRefused("random", alice.delete("/tasks/%s/transfers/%s".formatted(one.task(), UUID.randomUUID())), 404);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "none", value = { "none", "''", "' '", "WK", "WKx", "x",
        "WT00000000000000000000000000000000",
        "WK00000000000000000000000000000000", "WQ00000000000000000000000000000000", "😀", "'WK 1'" })
    void refusesTargetsThatAreNone(String target) {
        assertSendingRefused(422, fields(target, "a note", key()));
    }

    @Test
    void refusesTargetsThatCannotTakeIt() {
        Stream.of(floor.alice, floor.sandbox.worker("Dan Dubois"), floor.sandbox.queue("Returns"))
                .forEach(it -> assertSendingRefused(422, fields(it, "a note", key())));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "none", value = { "none", "''", "'  '" })
    void refusesRequestsWithoutAKey(String request) {
        assertSendingRefused(422, fields(floor.bob, "a note", request));
    }

    @Test
    void refusesKeysThatAreTooLong() {
        assertSendingRefused(422, fields(floor.bob, "a note", "k".repeat(65)));
        assertSendingRefused(422, fields(floor.bob, "a note", "k".repeat(50_000)));
    }

    @ParameterizedTest
    @ValueSource(ints = { 2001, 4096, 100_000 })
    void refusesNotesThatAreTooLong(int length) {

        assertSendingRefused(422, fields(floor.bob, "n".repeat(length), key()));

        var answer = send("invites", fields(floor.bob, "n".repeat(length), key()));
        assertThat(answer.text()).containsPattern("2,?000");
    }

    @Test
    void refusesFormsThatAreTooLarge() {
        assertSendingRefused(413, fields(floor.bob, "n".repeat(1_000_000), key()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "application/json", "text/plain", "multipart/form-data; boundary=x", "nonsense", "a/b/c" })
    void refusesWhatIsNoForm(String type) {
        Stream.of("transfers", "invites")
                .forEach(what -> assertRefused(what, floor.deskOf("alice")
                        .send("/tasks/%s/%s".formatted(one.task(), what), it -> floor.deskOf("alice")
                                .htmx(it)
                                .header("Content-Type", type)
                                .POST(ofString("{\"target\": \"%s\"}".formatted(floor.bob)))),
                        400, 415, 422));
    }

    @ParameterizedTest
    @ValueSource(strings = { "%", "target=%zz", "target=%ff%fe&request=%", "&&&===", "target=a&target=b&request=c",
        "target[0]=x&request=1", "__proto__=1", "target=WK\u0000&request=\u0000" })
    void refusesFormsThatAreBroken(String body) {
        Stream.of("transfers", "invites")
                .forEach(what -> assertRefused(body, floor.deskOf("alice")
                        .send("/tasks/%s/%s".formatted(one.task(), what), it -> floor.deskOf("alice")
                                .htmx(it)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(ofString(body))),
                        400, 422));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/messages", "/messages?before=", "/messages?before=x", "/messages?before=1.5",
        "/messages?before=99999999999999999999", "?after=x", "/targets?available=perhaps" })
    void refusesQueriesThatMakeNoSense(String query) {

        var alice = floor.deskOf("alice");

        assertRefused(query, alice.get("/tasks/" + one.task() + query), 400);
    }

    /** Where a query has a meaning for everything, it is no mistake. */
    @ParameterizedTest
    @ValueSource(strings = { "/messages?before=-5", "/messages?before=2147483647", "/messages?before=0",
        "?after=-2147483648", "?embed=%00", "?tab=%3Cscript%3E", "/targets?kind=nonsense", "/targets?q=%25_%5B(*",
        "/targets?q=%F0%9F%92%A9&kind=&available=", "?unknown=1&unknown=2" })
    void copesWithQueriesOutOfTheOrdinary(String query) {

        var answer = floor.deskOf("alice").get("/tasks/" + one.task() + query);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("<script>");
    }

    @ParameterizedTest
    @CsvSource({ "GET, /transfers", "GET, /invites", "PUT, /transfers", "PATCH, /invites", "GET, /departure",
        "DELETE, /departure", "POST, ''", "PUT, ''", "DELETE, ''", "POST, /participants", "POST, /targets",
        "DELETE, /transfer", "DELETE, /messages" })
    void refusesMethodsThatARouteDoesNotHave(String method, String route) {

        var alice = floor.deskOf("alice");

        assertRefused(method + route, alice.send("/tasks/" + one.task() + route, it -> alice.htmx(it)
                .method(method,
                        noBody())),
                405);
        assertRefused(method + route, alice.send("/tasks/" + one.task() + route, it -> alice.token(it)
                .method(method,
                        noBody())),
                405);
    }

    @Test
    void refusesChangesWithoutTheToken() {

        var alice = floor.deskOf("alice");
        var task = "/tasks/" + one.task();

        Stream.of("/transfers", "/invites", "/departure")
                .forEach(it -> assertRefused(it, alice.send(task + it, request -> alice.form(request, "POST", "target",
                        floor.bob, "request", key())), 403));
        assertRefused("delete", alice.send(task + "/participants/UT" + ZEROS, it -> it.DELETE()), 403);
        assertRefused("offer", alice.send("/offers/WR" + ZEROS + "/acceptance", it -> it.POST(noBody())), 403);
        assertRefused("htmx", alice.send(task + "/departure", it -> it.header("HX-Request", "true").POST(noBody())),
                403);
        assertRefused("wrong", alice.send(task + "/departure", it -> it.header("X-CSRF-TOKEN", "x").POST(noBody())),
                403);
        assertRefused("setting", floor.deskOf("ada")
                .send("/admin/settings/enabled", it -> floor.deskOf("ada").form(it, "PUT", "value", "false")), 403);
    }

    @Test
    void refusesSettingsThatAreNone() {

        var ada = floor.deskOf("ada");

        othersTasks().forEach(it -> assertRefused(it, ada.put("/admin/settings/" + it, "value", "true"), 404));
        assertRefused("no value", ada.put("/admin/settings/enabled"), 400);
        assertRefused("no switch's value", ada.put("/admin/settings/enabled", "value", "perhaps"), 400);
        assertRefused("wrong method", ada.post("/admin/settings/enabled", "value", "true"), 405);
    }

    @ParameterizedTest
    @ValueSource(strings = { "alice", "sam" })
    void keepsSettingsToAdmins(String username) {

        var desk = floor.deskOf(username);

        assertRefused("page", desk.page("/admin/settings"), 403);
        assertRefused("fragment", desk.get("/admin/settings"), 403);
        assertRefused("change", desk.put("/admin/settings/enabled", "value", "false"), 403);
        assertRefused("unknown", desk.get("/admin/nothing"), 403);
        assertRefused("operations", desk.page("/actuator/prometheus"), 403);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/nothing", "/tasks/", "/offers", "/tasks/x/y/z", "/favicon.png", "/index.html",
        "/js/none.js", "/error/error" })
    void knowsNoOtherPages(String path) {
        assertRefused(path, floor.deskOf("ada").page(path), 404);
        assertRefused(path, floor.deskOf("ada").get(path), 404);
    }

    @ParameterizedTest
    @CsvSource({ "Accept, image/png", "Accept, nonsense", "Accept, application/json",
        "Accept-Language, xx-nonsense;q=9",
        "HX-Request, perhaps", "HX-Target, '<script>'", "X-Forwarded-For, '1, 2, 3'", "Origin, https://example.org" })
    void copesWithHeadersOutOfTheOrdinary(String name, String value) {
        Stream.of("/tasks", "/tasks/" + one.task(), "/tasks/x")
                .map(path -> floor.deskOf("alice").send(path, it -> it.GET().header(name, value)))
                .forEach(it -> {
                    assertThat(it.status()).isLessThan(500);
                    assertThat(it.body()).isNotBlank();
                });
    }

    /** Before the desk itself gets to see them. */
    @ParameterizedTest
    @ValueSource(strings = { "X-Long", "Cookie", "Authorization", "HX-Current-URL" })
    void refusesHeadersThatAreTooLong(String name) {

        var answer = floor.deskOf("alice").send("/tasks", it -> it.GET().header(name, "x".repeat(100_000)));

        assertThat(answer.status()).isEqualTo(431);
        assertThat(answer.body()).doesNotContain("Exception", "\tat ");
    }

    @ParameterizedTest
    @CsvSource({ "alice, wrong", "nobody, sandbox", "'', ''", "\"' or 1=1\", x" })
    void signsNobodyInByMistake(String username, String password) {

        var stranger = Desk.notSignedIn(floor.url());
        var token = stranger.page("/login").html().selectFirst("input[name=_csrf]").val();
        var answer = stranger.send("/login", it -> stranger.form(it, "POST", "username", username + "x".repeat(
                username.isEmpty() ? 50_000 : 0), "password", password, "_csrf", token));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location").orElseThrow()).endsWith("/login?error");
    }

    private Map<String, Supplier<Answer>> everyRouteOf(String task) {
        return routes("alice", task);
    }

    private Map<String, Supplier<Answer>> routes(String username, String sid) {

        var desk = floor.deskOf(username);
        var task = "/tasks/" + sid;
        var form = fields(floor.bob, "a note", key());

        return Map.ofEntries(
                Map.entry("page", () -> desk.page(task)),
                Map.entry("fragments", () -> desk.get(task)),
                Map.entry("messages", () -> desk.get(task + "/messages?before=5")),
                Map.entry("participants", () -> desk.get(task + "/participants")),
                Map.entry("dialog", () -> desk.get(task + "/transfer")),
                Map.entry("targets", () -> desk.get(task + "/targets?q=b")),
                Map.entry("transfer", () -> desk.post(task + "/transfers", form)),
                Map.entry("invite", () -> desk.post(task + "/invites", form)),
                Map.entry("leave", () -> desk.post(task + "/departure")),
                Map.entry("take back", () -> desk.delete(task + "/transfers/" + UUID.randomUUID())),
                Map.entry("cancel", () -> desk.delete(task + "/invites/WT" + ZEROS)),
                Map.entry("remove", () -> desk.delete(task + "/participants/" + floor.sandbox.participant(one,
                        floor.alice))));
    }

    private void assertSendingRefused(int status, String... form) {
        Stream.of("transfers", "invites").forEach(it -> assertRefused(it, send(it, form), status));
    }

    private Answer send(String what, String... form) {
        return floor.deskOf("alice").post("/tasks/%s/%s".formatted(one.task(), what), form);
    }

    /** Fields that are null are missing. */
    private static String[] fields(String target, String note, String request) {

        var fields = new LinkedHashMap<String, String>();
        fields.put("target", target);
        fields.put("note", note);
        fields.put("request", request);

        return fields.entrySet()
                .stream()
                .filter(it -> it.getValue() != null)
                .flatMap(it -> Stream.of(it.getKey(), it.getValue()))
                .toArray(String[]::new);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static void assertRefused(String what, Answer answer, Integer... statuses) {
        assertThat(answer.status()).as("%s: %s", what, answer.text()).isIn((Object[]) statuses);
        assertThat(answer.body()).as(what).doesNotContain("Exception", "\tat ", "java.", "<script>alert");
        assertThat(Texts.sayWhy(answer)).as("%s: %s", what, answer.body()).isTrue();
    }
}
