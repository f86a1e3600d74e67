package dev.transferdesk.histories;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.util.PropertyPlaceholderHelper;

/**
 * Puts the components of one process together as Spring would, in a fraction of a millisecond: each history begins, and
 * restarts after its crashes, with new ones.
 */
final class Parts implements ApplicationEventPublisher {

    private static final PropertyPlaceholderHelper PLACEHOLDERS = new PropertyPlaceholderHelper("${", "}", ":", null,
            true);

    /** Reading them takes longer than all the rest. */
    private static final Map<List<Object>, Object> BOUND = new ConcurrentHashMap<>();

    private final Map<Object, Object> made = new LinkedHashMap<>();
    private final List<Object> given;
    private final Map<String, String> configuration;

    Parts(Map<String, String> configuration, Object... given) {
        this.configuration = configuration;
        this.given = Stream.concat(Stream.of(given), Stream.of(this)).toList();
    }

    <T> T get(Class<T> type) {
        return type.cast(part(type));
    }

    @Override
    public void publishEvent(Object event) {
        Components.ALL.listeners()
                .forEach((component, methods) -> methods.stream()
                        .filter(it -> it.getParameterCount() == 1 && it.getParameterTypes()[0].isInstance(event))
                        .forEach(it -> call(it, part(component), event)));
    }

    /** Whatever Spring would do every few moments. */
    void doRepeated() {
        Components.ALL.repeated()
                .forEach((component, methods) -> methods.forEach(it -> call(it, part(component))));
    }

    private Object part(Class<?> type) {
        return Stream.concat(given.stream(), made.values().stream())
                .filter(type::isInstance)
                .findFirst()
                .orElseGet(() -> make(type));
    }

    private Object make(Class<?> type) {

        var properties = type.getAnnotation(ConfigurationProperties.class);

        if (properties != null) {
            return once(type, () -> bound(type, properties));
        }

        return Components.ALL.classes()
                .stream()
                .filter(type::isAssignableFrom)
                .findFirst()
                .map(it -> once(it, () -> construct(it)))
                .or(() -> factory(type).map(it -> once(it, () -> manufacture(it))))
                .orElseThrow(() -> new IllegalStateException("nothing makes a " + type));
    }

    private Object once(Object key, Supplier<Object> maker) {

        var present = made.get(key);

        if (present != null) {
            return present;
        }

        var part = maker.get();
        made.put(key, part);

        return part;
    }

    private Object bound(Class<?> type, ConfigurationProperties properties) {
        var prefix = Optional.of(properties.value()).filter(it -> !it.isEmpty()).orElse(properties.prefix());
        return BOUND.computeIfAbsent(List.of(configuration, type),
                _ -> new Binder(new MapConfigurationPropertySource(configuration)).bindOrCreate(prefix, type));
    }

    private static Optional<Method> factory(Class<?> type) {
        return Components.ALL.factories()
                .stream()
                .filter(it -> type.isAssignableFrom(it.getReturnType()))
                .min(Comparator.comparing(it -> it.getReturnType() != type));
    }

    private Object construct(Class<?> type) {

        var constructor = Arrays.stream(type.getDeclaredConstructors())
                .min(Comparator.comparing((Constructor<?> it) -> !it.isAnnotationPresent(Autowired.class)))
                .orElseThrow();
        constructor.setAccessible(true);

        try {
            return constructor.newInstance(arguments(constructor));
        } catch (InvocationTargetException e) {
            throw thrown(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object manufacture(Method factory) {

        var type = factory.getDeclaringClass();
        var holder = Modifier.isStatic(factory.getModifiers()) ? null : once(type, () -> construct(type));

        return call(factory, holder, arguments(factory));
    }

    private Object[] arguments(Executable executable) {
        return Arrays.stream(executable.getParameters()).map(this::argument).toArray();
    }

    private Object argument(Parameter parameter) {

        var value = parameter.getAnnotation(Value.class);

        if (value != null) {
            return ApplicationConversionService.getSharedInstance()
                    .convert(PLACEHOLDERS.replacePlaceholders(value.value(), configuration::get), parameter.getType());
        }

        var type = parameter.getType();

        if (type == ObjectProvider.class) {
            var wanted = first(parameter.getParameterizedType());
            return provider(() -> part(wanted));
        }

        if (type == List.class) {
            return all(first(parameter.getParameterizedType()));
        }

        return part(type);
    }

    <T> List<T> all(Class<T> type) {
        return Stream.concat(
                Components.ALL.classes()
                        .stream()
                        .filter(type::isAssignableFrom)
                        .map(it -> once(it, () -> construct(it))),
                Components.ALL.factories()
                        .stream()
                        .filter(it -> type.isAssignableFrom(it.getReturnType()))
                        .map(it -> once(it, () -> manufacture(it))))
                .map(type::cast)
                .toList();
    }

    private static ObjectProvider<Object> provider(Supplier<Object> supplier) {
        return new ObjectProvider<>() {
            @Override
            public Object getObject() {
                return supplier.get();
            }
        };
    }

    private static Class<?> first(Type type) {
        var argument = ((ParameterizedType) type).getActualTypeArguments()[0];
        return (Class<?>) (argument instanceof ParameterizedType it ? it.getRawType() : argument);
    }

    private static Object call(Method method, Object holder, Object... arguments) {
        try {
            return method.invoke(holder, arguments);
        } catch (InvocationTargetException e) {
            throw thrown(e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RuntimeException thrown(InvocationTargetException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof RuntimeException it ? it : new IllegalStateException(e.getCause());
    }
}
