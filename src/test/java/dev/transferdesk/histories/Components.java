package dev.transferdesk.histories;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.util.ClassUtils;

/** The application's own components, found once, as Spring would find them. */
record Components(List<Class<?>> classes, List<Method> factories, Map<Class<?>, List<Method>> listeners,
        Map<Class<?>, List<Method>> repeated) {

    private static final List<String> MODULES = List.of("transfer", "conversation", "directory", "routing", "settings",
            "audit", "watchdog", "events", "schedule", "identity",
            "twilio");

    static final Components ALL = scanned();

    private static Components scanned() {

        var scanner = new ClassPathScanningCandidateComponentProvider(true);
        var found = MODULES.stream()
                .flatMap(it -> scanner.findCandidateComponents("dev.transferdesk." + it).stream())
                .<Class<?>>map(it -> ClassUtils.resolveClassName(it.getBeanClassName(), null))
                .toList();
        return new Components(found.stream().filter(it -> !it.isAnnotationPresent(Configuration.class)).toList(),
                found.stream()
                        .flatMap(Components::methods)
                        .filter(it -> it.isAnnotationPresent(Bean.class))
                        .toList(),
                annotated(found, EventListener.class), annotated(found, Scheduled.class));
    }

    private static Map<Class<?>, List<Method>> annotated(List<Class<?>> found, Class<? extends Annotation> how) {
        return found.stream()
                .flatMap(Components::methods)
                .filter(it -> it.isAnnotationPresent(how))
                .collect(Collectors.groupingBy(Method::getDeclaringClass, LinkedHashMap::new, Collectors.toList()));
    }

    private static Stream<Method> methods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods()).peek(it -> it.setAccessible(true));
    }
}
