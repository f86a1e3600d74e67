package dev.transferdesk.desk;

import dev.transferdesk.twilio.Look;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells those who look at pages, those who are about to choose, and those who act apart. */
@Component
class LookFilter extends OncePerRequestFilter {

    /** The transfer dialog, and what it asks for while it is open. */
    private static final List<String> CHOOSING = List.of("/transfer", "/targets");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (HttpMethod.GET.matches(request.getMethod())) {
            look(request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void look(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {

        var choosing = CHOOSING.stream().anyMatch(request.getRequestURI()::endsWith);
        var look = choosing ? Look.CHOOSING : Look.WATCHING;

        try {
            look.during(() -> {
                chain.doFilter(request, response);
                return look;
            });
        } catch (ServletException | IOException | RuntimeException failed) {
            throw failed;
        } catch (Exception unexpected) {
            throw new ServletException(unexpected);
        }
    }
}
