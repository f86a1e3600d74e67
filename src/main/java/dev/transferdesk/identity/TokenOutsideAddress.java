package dev.transferdesk.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/** Takes a page's token from a header or a form. One that comes with an address stands in logs and histories. */
final class TokenOutsideAddress implements CsrfTokenRequestHandler {

    private final CsrfTokenRequestHandler handler = new XorCsrfTokenRequestAttributeHandler();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
        handler.handle(request, response, token);
    }

    @Override
    public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
        return isInAddress(request, token) ? null : handler.resolveCsrfTokenValue(request, token);
    }

    private static boolean isInAddress(HttpServletRequest request, CsrfToken token) {
        return Optional.ofNullable(request.getQueryString())
                .filter(it -> ("&" + it).contains("&" + token.getParameterName() + "="))
                .isPresent();
    }
}
