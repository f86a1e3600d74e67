package dev.transferdesk.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;
import org.springframework.web.servlet.resource.VersionResourceResolver;
import org.webjars.WebJarVersionLocator;

/** Sends the icons with their stylesheet, so that a browser need not ask for each once it has read that. */
@Configuration(proxyBeanMethods = false)
class IconSheet implements WebMvcConfigurer {

    private static final Pattern ICON = Pattern.compile("url\\(\"\\.\\./webjars/([^/]+)/([^\"]+\\.svg)\"\\)");

    private final WebJarVersionLocator webjars = new WebJarVersionLocator();
    private final Duration maxAge;

    IconSheet(@Value("${spring.web.resources.cache.cachecontrol.max-age:1h}") Duration maxAge) {
        this.maxAge = maxAge;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/css/icon*.css")
                .addResourceLocations("classpath:/static/css/")
                .setCacheControl(CacheControl.maxAge(maxAge))
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"))
                .addTransformer(this::withIcons);
    }

    private Resource withIcons(HttpServletRequest request, Resource sheet, ResourceTransformerChain chain)
            throws IOException {

        var text = chain.transform(request, sheet).getContentAsString(StandardCharsets.UTF_8);
        var whole = new StringBuilder();
        var icon = ICON.matcher(text);

        while (icon.find()) {
            icon.appendReplacement(whole, "url(\"" + inlined(icon.group(1), icon.group(2)) + "\")");
        }

        return new TransformedResource(sheet, icon.appendTail(whole).toString().getBytes(StandardCharsets.UTF_8));
    }

    private String inlined(String webjar, String path) throws IOException {

        var file = Objects.requireNonNull(webjars.fullPath(webjar, path), path);
        var svg = new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);

        return "data:image/svg+xml," + svg.strip()
                .replaceAll("\\s+", " ")
                .replace('"', '\'')
                .replace("%", "%25")
                .replace("#", "%23")
                .replace("<", "%3C")
                .replace(">", "%3E");
    }
}
