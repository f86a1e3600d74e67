package dev.transferdesk.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;

/**
 * Remembers by a session who has signed in: their name, and by what the account is known to be still the one that it was
 * then. Role and worker are looked up for each request, so that no session lets anybody do what their account does not.
 */
final class SignIns implements SecurityContextRepository {

    /** Has a column of its own. */
    private static final String NAME = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;
    private static final String ACCOUNT = "account";

    private final UserDetailsService users;

    SignIns(UserDetailsService users) {
        this.users = users;
    }

    /** What looks it up no sooner than it is needed is made of this by the interface. */
    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder exchange) {
        return agent(exchange.getRequest())
                .map(it -> UsernamePasswordAuthenticationToken.authenticated(it, null, it.getAuthorities()))
                .<SecurityContext>map(SecurityContextImpl::new)
                .orElseGet(SecurityContextHolder::createEmptyContext);
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {

        var authentication = context.getAuthentication();

        if (authentication != null && authentication.getPrincipal() instanceof Agent agent) {
            request.getSession().setAttribute(NAME, agent.getUsername());
            request.getSession().setAttribute(ACCOUNT, agent.account());
        } else if (request.getSession(false) instanceof HttpSession session) {
            session.removeAttribute(NAME);
            session.removeAttribute(ACCOUNT);
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return agent(request).isPresent();
    }

    private Optional<Agent> agent(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .flatMap(session -> text(session, NAME)
                        .flatMap(this::find)
                        .filter(it -> text(session, ACCOUNT).filter(it.account()::equals).isPresent()));
    }

    private Optional<Agent> find(String name) {
        try {
            return Optional.of(users.loadUserByUsername(name))
                    .filter(Agent.class::isInstance)
                    .map(Agent.class::cast)
                    .filter(Agent::isEnabled);
        } catch (UsernameNotFoundException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(HttpSession session, String name) {
        return Optional.ofNullable(session.getAttribute(name)).filter(String.class::isInstance).map(String.class::cast);
    }
}
