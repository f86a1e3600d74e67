package dev.transferdesk.twilio;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** The connections to Twilio and their limits of time. */
final class Wire implements AutoCloseable {

    private static final ScopedValue<Trip> TRIP = ScopedValue.newInstance();

    private final TwilioProperties settings;
    private final ScheduledThreadPoolExecutor alarms;

    Wire(TwilioProperties settings) {
        this.settings = settings;
        this.alarms = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("twilio-alarm").factory());
        alarms.setRemoveOnCancelPolicy(true);
    }

    HttpClientBuilder client() {

        var builder = HttpClientBuilder.create()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableRedirectHandling()
                .setConnectionManager(connections())
                .addExecInterceptorFirst("limits", this::limit)
                .addExecInterceptorAfter(ChainElement.CONNECT.name(), "departure", Wire::depart);

        settings.place()
                .map(HttpHost::create)
                .ifPresentOrElse(
                        place -> builder.setRoutePlanner((_, _) -> new HttpRoute(place, null, isSecure(place))),
                        builder::useSystemProperties);

        return builder;
    }

    private static boolean isSecure(HttpHost place) {
        return "https".equals(place.getSchemeName());
    }

    private PoolingHttpClientConnectionManager connections() {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(settings.poolSize())
                .setMaxConnTotal(settings.poolSize() * 3)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout(settings.connectTimeout()))
                        .setSocketTimeout(timeout(settings.readTimeout()))
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .build())
                .build();
    }

    /** The library gives every request its own limits, so that ours have to be set as late as here. */
    private ClassicHttpResponse limit(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {

        var context = scope.clientContext;
        context.setRequestConfig(RequestConfig.custom()
                .setRedirectsEnabled(false)
                .setConnectionRequestTimeout(timeout(settings.poolTimeout()))
                .setResponseTimeout(timeout(settings.readTimeout()))
                .build());

        if (scope.originalRequest instanceof Cancellable call) {
            TRIP.get().alarm = alarms.schedule(call::cancel, settings.callTimeout().toMillis(), TimeUnit.MILLISECONDS);
        }

        return chain.proceed(request, scope);
    }

    /** Runs once there is a connection and before anything is written to it. */
    private static ClassicHttpResponse depart(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {

        TRIP.get().left = true;

        return chain.proceed(request, scope);
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.of(duration);
    }

    @Override
    public void close() {
        alarms.shutdownNow();
    }

    /** One request on its way: whether it has left, and what ends it when it takes too long. Stays on one thread. */
    static final class Trip implements AutoCloseable {

        private boolean left;
        private @Nullable Future<?> alarm;

        <T> T take(Supplier<T> request) {
            return ScopedValue.where(TRIP, this).call(request::get);
        }

        boolean hasLeft() {
            return left;
        }

        boolean wasTooLong() {
            return alarm != null && alarm.isDone() && !alarm.isCancelled();
        }

        @Override
        public void close() {
            if (alarm != null) {
                alarm.cancel(false);
            }
        }
    }
}
