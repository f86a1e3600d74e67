package dev.transferdesk.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The stream of one page that is open, read from a bare socket, since there are thousands of them. */
final class OpenPage implements AutoCloseable {

    final Browser browser;

    private final Socket socket;
    private final CountDownLatch connected = new CountDownLatch(1);
    private final Map<String, Long> heard = new ConcurrentHashMap<>();
    private volatile long toldToAskEvery;
    private volatile boolean closed;
    private volatile String status = "no answer";

    private OpenPage(Browser browser, Socket socket) {
        this.browser = browser;
        this.socket = socket;
    }

    /** Returns once the desk has told it that it is connected. */
    static OpenPage of(Browser browser, String live) {
        try {
            var socket = new Socket("localhost", browser.desk().getPort());
            var page = new OpenPage(browser, socket);
            socket.getOutputStream()
                    .write("GET %s?seen=&people=false HTTP/1.1\r\nHost: localhost\r\nCookie: %s\r\nAccept: text/event-stream\r\n\r\n"
                            .formatted(live, browser.cookie())
                            .getBytes(US_ASCII));
            Thread.ofVirtual().start(page::read);
            if (!page.connected.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("A page is not connected: " + page.status);
            }
            return page;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** When it was told so last, by {@link System#nanoTime()}; 0 before. */
    long heard(String event) {
        return heard.getOrDefault(event, 0L);
    }

    long millisBetweenQuestions() {
        return toldToAskEvery;
    }

    boolean isConnected() {
        return !socket.isClosed();
    }

    @Override
    public void close() {
        closed = true;
        try {
            socket.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void read() {
        try (var stream = new BufferedInputStream(socket.getInputStream(), 256)) {
            var line = new StringBuilder(64);
            var event = "";
            for (var next = stream.read(); next >= 0; next = stream.read()) {
                if (next != '\n') {
                    line.append((char) next);
                } else {
                    event = take(line.toString().strip(), event);
                    line.setLength(0);
                }
            }
            socket.close();
        } catch (IOException gone) {
            if (!closed) {
                close();
            }
        }
    }

    private String take(String line, String event) {

        if (line.startsWith("HTTP/")) {
            status = line;
        } else if (line.startsWith("event:")) {
            return line.substring("event:".length());
        }

        if (line.startsWith("data:")) {
            heard.put(event, System.nanoTime());
            if (event.equals("pulse")) {
                toldToAskEvery = Long.parseLong(line.substring("data:".length()));
                connected.countDown();
            }
        }

        return event;
    }
}
