package dev.transferdesk.sandbox;

import java.util.Map;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** There is one account, one workspace and one chat service; what is asked of another is not found. */
@Configuration(proxyBeanMethods = false)
class WorkspaceScope implements WebMvcConfigurer, HandlerInterceptor {

    private static final Map<String, String> KNOWN = Map.of(
            "account", Credentials.SANDBOX.accountSid(),
            "workspace", Workspace.SID,
            "service", State.CHAT_SERVICE);

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/v1/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && !KNOWN.entrySet()
                        .stream()
                        .allMatch(known -> known.getValue()
                                .equals(variables.containsKey(known.getKey()) ? variables.get(known.getKey())
                                        : known.getValue()))) {
            throw Refusal.notFound();
        }

        return true;
    }
}
