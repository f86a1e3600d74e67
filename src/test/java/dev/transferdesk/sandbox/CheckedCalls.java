package dev.transferdesk.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the sandbox, and compares each call and its answer with Twilio's description. */
final class CheckedCalls implements AutoCloseable {

    private static final Set<String> HEADERS = Set.of("If-Match", "X-Twilio-Webhook-Enabled");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Set<String> violations = new TreeSet<>();
    private final List<Call> made = new ArrayList<>();
    private final OpenApi api;
    private final SandboxServer sandbox;

    private CheckedCalls(OpenApi api, SandboxServer sandbox) {
        this.api = api;
        this.sandbox = sandbox;
    }

    static CheckedCalls start(OpenApi api) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", Map.of("sandbox.port", "0")));
        return new CheckedCalls(api, SandboxServer.start(environment));
    }

    /** Names and values, in turn; those of headers as well. */
    JsonNode get(String path, String... parameters) {
        return send("GET", path, pairs(parameters));
    }

    JsonNode post(String path, String... parameters) {
        return send("POST", path, pairs(parameters));
    }

    /** Asks for the list, for its first page, and for its first element, whose SID it returns. */
    String list(String path, String key, String... parameters) {
        var first = sid(get(path, parameters).path(key).path(0));
        get(path, "PageSize", "1");
        get(path + "/" + first);
        return first;
    }

    static String sid(JsonNode resource) {
        return resource.path("sid").stringValue();
    }

    void delete(String path) {
        send("DELETE", path, Map.of());
    }

    /** For the controls, which Twilio does not know. */
    JsonNode control(String path, String... parameters) {
        return json(exchange(request("POST", path, pairs(parameters))).body());
    }

    /** What the sandbox serves of Twilio's API and nobody called; the check of tokens is not part of what is published. */
    List<RequestMappingInfo> notMade() {
        return sandbox.bean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .filter(mapping -> mapping.toString().contains("/v1/") && !mapping.toString().contains("/Tokens/"))
                .filter(mapping -> hasStreams() || !mapping.toString().matches(".*/v1/(Sinks|Subscriptions).*"))
                .filter(mapping -> made.stream().noneMatch(call -> call.fits(mapping)))
                .toList();
    }

    boolean hasStreams() {
        return api.isAtHand("/v1/Sinks");
    }

    /** What was found since they were asked for last. */
    List<String> violations() {
        var found = List.copyOf(violations);
        violations.clear();
        return found;
    }

    private JsonNode send(String method, String path, Map<String, String> parameters) {
        made.add(new Call(method, path));
        var answer = exchange(request(method, path, parameters));
        var operation = api.operation(method, path);
        operation.violations(parameters.keySet(), answer.statusCode(), answer.body())
                .forEach(violation -> violations.add(method + " " + operation.template() + " " + violation));
        return json(answer.body());
    }

    private HttpRequest request(String method, String path, Map<String, String> parameters) {
        var encoded = parameters.entrySet()
                .stream()
                .filter(parameter -> !HEADERS.contains(parameter.getKey()))
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        var form = method.equals("POST");
        var address = "http://127.0.0.1:" + sandbox.port() + path + (form || encoded.isEmpty() ? "" : "?" + encoded);
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", BasicAuthentication.basic(Credentials.SANDBOX.accountSid(),
                        Credentials.SANDBOX.authToken()))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .method(method, form ? BodyPublishers.ofString(encoded) : BodyPublishers.noBody());
        HEADERS.stream().filter(parameters::containsKey).forEach(name -> request.header(name, parameters.get(name)));
        return request.build();
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String body) {
        return JsonMapper.shared().readTree(body);
    }

    private static Map<String, String> pairs(String... parameters) {
        var pairs = new LinkedHashMap<String, String>();
        for (var i = 0; i < parameters.length; i += 2) {
            pairs.put(parameters[i], parameters[i + 1]);
        }
        return pairs;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
        sandbox.close();
    }

    private record Call(String method, String path) {

        private boolean fits(RequestMappingInfo mapping) {
            var parsed = PathContainer.parsePath(path);
            return mapping.getMethodsCondition().getMethods().contains(RequestMethod.valueOf(method))
                    && mapping.getPathPatternsCondition().getPatterns().stream().anyMatch(one -> one.matches(parsed));
        }
    }
}
