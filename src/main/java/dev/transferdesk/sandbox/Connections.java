package dev.transferdesk.sandbox;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioEndpoint;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

import jakarta.servlet.http.HttpServletRequest;

/** Cuts connections the hard way. A servlet cannot, hence the look over the shoulder of the web server. */
@Component
class Connections implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final Map<SocketAddress, SocketChannel> open = new ConcurrentHashMap<>();
    private @Nullable Endpoint endpoint;

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(Protocol.class.getName());
        factory.addConnectorCustomizers(connector -> {
            endpoint = ((Protocol) connector.getProtocolHandler()).endpoint();
            endpoint.connections = this;
        });
    }

    /** The caller sees "connection reset"; nothing that is written afterwards arrives. */
    void reset(HttpServletRequest request) throws IOException {
        var channel = open.remove(new InetSocketAddress(request.getRemoteAddr(), request.getRemotePort()));
        if (channel != null && endpoint != null) {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            channel.close();
            endpoint.wakeUp();
        }
    }

    private void opened(SocketChannel channel) {
        open.values().removeIf(other -> !other.isOpen());
        try {
            open.put(channel.getRemoteAddress(), channel);
        } catch (IOException _) {
            // gone already, so there is nothing left to cut
        }
    }

    private static final class Endpoint extends NioEndpoint {

        private @Nullable Connections connections;

        @Override
        protected boolean setSocketOptions(SocketChannel socket) {
            if (connections != null) {
                connections.opened(socket);
            }
            return super.setSocketOptions(socket);
        }

        /** A channel that a selector knows is closed in truth when the selector has looked at it again. */
        private void wakeUp() {
            getPoller().getSelector().wakeup();
        }
    }

    /** Public for the web server, which makes it by its name. */
    public static final class Protocol extends Http11NioProtocol {

        public Protocol() {
            super(new Endpoint());
        }

        private Endpoint endpoint() {
            return (Endpoint) getEndpoint();
        }
    }
}
