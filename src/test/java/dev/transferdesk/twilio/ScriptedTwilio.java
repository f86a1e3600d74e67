package dev.transferdesk.twilio;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Answers on a socket of its own, in the order of a script, well or badly. The last reply is given again and again. */
final class ScriptedTwilio implements AutoCloseable {

    /** What happens on the connection once a request has been read. */
    interface Reply {

        void to(Socket connection, OutputStream out) throws IOException, InterruptedException;
    }

    record Received(String method, String target, Map<String, String> headers, String body) {

        /** Form fields, or those of the query. */
        Map<String, String> fields() {
            return Arrays.stream((body.isEmpty() ? target.replaceAll("^[^?]*\\??", "") : body).split("&"))
                    .filter(pair -> pair.contains("="))
                    .collect(Collectors.toMap(pair -> decoded(pair.split("=", 2)[0]),
                            pair -> decoded(pair.split("=", 2)[1])));
        }

        String path() {
            return target.replaceAll("\\?.*", "");
        }

        private static String decoded(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }
    }

    private final ServerSocket server;
    private final Deque<Reply> script = new ArrayDeque<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Queue<Socket> connections = new ConcurrentLinkedQueue<>();

    ScriptedTwilio(Reply... replies) {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        script.addAll(List.of(replies));
        Thread.ofVirtual().start(this::accept);
    }

    static Reply answer(int status, String body, String... headers) {
        return (_, out) -> {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            var head = "HTTP/1.1 %d Said\r\nContent-Type: application/json\r\nContent-Length: %d\r\n%s\r\n".formatted(
                    status,
                    bytes.length, Arrays.stream(headers).map(line -> line + "\r\n").collect(Collectors.joining()));
            out.write(ByteBuffer.allocate(head.length() + bytes.length)
                    .put(head.getBytes(StandardCharsets.US_ASCII))
                    .put(bytes)
                    .array());
            out.flush();
        };
    }

    static Reply reset() {
        return (connection, _) -> {
            connection.setSoLinger(true, 0);
            connection.close();
        };
    }

    static Reply hangUp() {
        return (connection, _) -> connection.close();
    }

    /** Promises more than it sends. */
    static Reply half(String body) {
        return (connection, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9999\r\n\r\n%s"
                    .formatted(body)
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
            connection.close();
        };
    }

    static Reply silence() {
        return (connection, _) -> connection.getInputStream().read();
    }

    /** A byte now and then, for longer than anybody waits. */
    static Reply trickle() {
        return (connection, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            connection.setSoTimeout(20);
            while (isStillThere(connection)) {
                out.write(' ');
                out.flush();
            }
        };
    }

    /** Told when the time of a read is over, since whoever is answered says nothing more. */
    private static boolean isStillThere(Socket connection) throws IOException {
        try {
            return connection.getInputStream().read() >= 0;
        } catch (SocketTimeoutException silent) {
            return true;
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    List<Received> received() {
        return received;
    }

    private void accept() {
        try {
            while (true) {
                var connection = server.accept();
                connections.add(connection);
                Thread.ofVirtual().start(() -> serve(connection));
            }
        } catch (IOException _) {
            // closed
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            var in = new BufferedInputStream(connection.getInputStream());
            while (!connection.isClosed()) {
                received.add(read(in));
                next().to(connection, connection.getOutputStream());
            }
        } catch (IOException | InterruptedException _) {
            // the other side is gone
        }
    }

    private synchronized Reply next() {
        return script.size() > 1 ? script.removeFirst() : script.getFirst();
    }

    private static Received read(InputStream in) throws IOException {

        var request = line(in).split(" ");
        var headers = new LinkedHashMap<String, String>();

        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            headers.put(line.substring(0, line.indexOf(':')).toLowerCase(),
                    line.substring(line.indexOf(':') + 1).strip());
        }

        var body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));

        return new Received(request[0], request[1], headers, new String(body, StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {

        var line = new StringBuilder();

        for (var c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("gone");
            }
            line.append((char) c);
        }

        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var connection : connections) {
            connection.close();
        }
    }
}
