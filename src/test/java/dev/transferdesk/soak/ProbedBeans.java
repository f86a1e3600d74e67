package dev.transferdesk.soak;

import dev.transferdesk.twilio.Conversations;
import dev.transferdesk.twilio.Interactions;
import dev.transferdesk.twilio.Tasks;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Puts the probe between the desk and whatever outlives it: Twilio and the database. */
final class ProbedBeans implements BeanPostProcessor {

    private static final List<Class<?>> GATEWAYS = List.of(Interactions.class, Conversations.class, Tasks.class);

    /** Besides those that answer nothing. */
    private static final Set<String> CHANGES = Set.of("invite");

    private final Probe probe;

    ProbedBeans(Probe probe) {
        this.probe = probe;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database ? new ProbedDatabase(database, probe)
                : GATEWAYS.stream()
                        .filter(it -> it.isInstance(bean))
                        .findFirst()
                        .map(it -> watched(bean, it))
                        .orElse(bean);
    }

    private Object watched(Object gateway, Class<?> type) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{ type },
                (_, method, args) -> call(gateway, type, method, args == null ? new Object[0] : args));
    }

    private Object call(Object gateway, Class<?> type, Method method, Object[] args) throws Throwable {

        var journey = probe.of(Stream.of(args));

        if (journey.isEmpty()) {
            return invoke(gateway, method, args);
        }

        var changes = method.getReturnType() == void.class || CHANGES.contains(method.getName());
        var point = type.getSimpleName() + "." + method.getName();

        return changes ? change(gateway, method, args, journey.get(), point)
                : read(gateway, method, args, journey.get());
    }

    private static Object change(Object gateway, Method method, Object[] args, Probe.Journey journey, String point)
            throws Throwable {

        journey.reach("before " + point);

        try {
            var answer = invoke(gateway, method, args);
            journey.learn(Stream.ofNullable(answer), "WT");
            return answer;
        } finally {
            journey.reach("after " + point);
        }
    }

    private static Object read(Object gateway, Method method, Object[] args, Probe.Journey journey) throws Throwable {

        var answer = invoke(gateway, method, args);

        if (method.getName().equals("invites")) {
            journey.learn(Stream.of(answer), "WT");
        }

        return answer;
    }

    private static Object invoke(Object target, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
