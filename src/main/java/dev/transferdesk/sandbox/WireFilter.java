package dev.transferdesk.sandbox;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import dev.transferdesk.sandbox.Fault.Delay;
import dev.transferdesk.sandbox.Fault.Empty;
import dev.transferdesk.sandbox.Fault.Garbage;
import dev.transferdesk.sandbox.Fault.ResetAfter;
import dev.transferdesk.sandbox.Fault.ResetBefore;
import dev.transferdesk.sandbox.Fault.Status;
import dev.transferdesk.sandbox.Fault.StatusAfter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** What lies between a caller and the API: the network with its faults, and the front door. */
@Component
class WireFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(WireFilter.class);
    private static final Fault.OfCall NONE = new Delay(Duration.ZERO);

    private final AtomicInteger inFlight = new AtomicInteger();
    private final RequestLog requests;
    private final Faults faults;
    private final Subjects subjects;
    private final Latency latency;
    private final Connections connections;
    private final BasicAuthentication authentication;

    WireFilter(RequestLog requests, Faults faults, Subjects subjects, Latency latency, Connections connections,
            BasicAuthentication authentication) {
        this.requests = requests;
        this.faults = faults;
        this.subjects = subjects;
        this.latency = latency;
        this.connections = connections;
        this.authentication = authentication;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().matches("/v\\d+/.*");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        var concurrent = inFlight.incrementAndGet();
        try {
            serve(JsonRequest.of(request), new Answer(response, concurrent), chain);
        } finally {
            inFlight.decrementAndGet();
        }
    }

    private void serve(HttpServletRequest request, Answer answer, FilterChain chain) throws IOException {
        var seq = requests.begin(request);
        var fault = faults
                .forCall(request.getMethod(), request.getRequestURI(), subjects.of(request.getRequestURI()))
                .orElse(NONE);
        var pace = new Pace(latency.get().plus(fault instanceof Delay(var duration) ? duration : Duration.ZERO));

        pace.untilHalfTime();
        change(fault, request, answer, chain);
        pace.untilTheEnd();
        distort(fault, answer);

        var cut = fault instanceof ResetBefore || fault instanceof ResetAfter;
        requests.end(seq, pace.elapsed(), cut ? null : answer.getStatus());
        if (cut) {
            connections.reset(request);
        } else {
            answer.send(pace.elapsed());
        }
    }

    private void change(Fault.OfCall fault, HttpServletRequest request, Answer answer, FilterChain chain)
            throws IOException {
        switch (fault) {
            case ResetBefore _ -> {
            }
            case Status(var status) -> answer.error(status);
            case StatusAfter _,ResetAfter _,Delay _,Garbage _,Empty _ -> handle(request, answer, chain);
        }
    }

    private void handle(HttpServletRequest request, Answer answer, FilterChain chain) throws IOException {
        if (!authentication.accepts(request.getHeader("Authorization"))) {
            answer.unauthorized();
            return;
        }
        try {
            chain.doFilter(request, answer);
        } catch (ServletException | RuntimeException e) {
            log.error("The sandbox failed on {} {}", request.getMethod(), request.getRequestURI(), e);
            answer.error(500);
        }
    }

    private static void distort(Fault.OfCall fault, Answer answer) throws IOException {
        switch (fault) {
            case StatusAfter(var status) -> answer.error(status);
            case Garbage _ -> answer.truncate();
            case Empty _ -> answer.resetBuffer();
            case ResetBefore _,Status _,ResetAfter _,Delay _ -> {
            }
        }
    }
}
