package dev.transferdesk.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.session.web.http.HttpSessionIdResolver;

/** Has a session looked up once for each request. The filter would do so again when all is written. */
final class AskedOnce implements HttpSessionIdResolver {

    private static final String ASKED = AskedOnce.class.getName();

    private final HttpSessionIdResolver cookies;

    AskedOnce(HttpSessionIdResolver cookies) {
        this.cookies = cookies;
    }

    @Override
    public List<String> resolveSessionIds(HttpServletRequest request) {

        if (request.getAttribute(ASKED) != null) {
            return List.of();
        }

        request.setAttribute(ASKED, true);

        return cookies.resolveSessionIds(request);
    }

    @Override
    public void setSessionId(HttpServletRequest request, HttpServletResponse response, String id) {
        if (!cookies.resolveSessionIds(request).contains(id)) {
            cookies.setSessionId(request, response, id);
        }
    }

    @Override
    public void expireSession(HttpServletRequest request, HttpServletResponse response) {
        cookies.expireSession(request, response);
    }
}
