package dev.transferdesk.twilio;

import com.twilio.exception.ApiException;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import dev.transferdesk.twilio.Trouble.Unanswered;
import dev.transferdesk.twilio.Trouble.Unsent;
import java.io.IOException;

/**
 * Sends every request once. The library's own client sends a POST again when its answer is a 5xx, waits half a minute for
 * an answer, and loses status and headers of an error whose body is not JSON.
 */
final class OneShotHttpClient extends NetworkHttpClient implements AutoCloseable {

    private final Wire wire;

    OneShotHttpClient(TwilioProperties settings) {
        this(new Wire(settings));
    }

    private OneShotHttpClient(Wire wire) {
        super(wire.client());
        this.wire = wire;
    }

    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    @Override
    public Response makeRequest(Request request) {

        var answer = send(request);

        if (answer.getStatusCode() >= 300) {
            throw new TroubledCall(ErrorBody.read(answer.getStatusCode(), answer.getContent(), answer.getHeaders()));
        }

        return answer;
    }

    private Response send(Request request) {

        var trip = new Wire.Trip();

        try (trip) {
            return trip.take(() -> super.makeRequest(request));
        } catch (RuntimeException e) {
            var reason = trip.wasTooLong() ? "it took too long" : reason(e);
            throw new TroubledCall(trip.hasLeft() ? new Unanswered(reason) : new Unsent(reason));
        }
    }

    private static String reason(RuntimeException e) {

        var cause = e instanceof ApiException && e.getCause() != null ? e.getCause() : e;

        return "%s: %s".formatted(cause.getClass().getSimpleName(), cause.getMessage());
    }

    @Override
    public void close() throws IOException {
        client.close();
        wire.close();
    }
}
