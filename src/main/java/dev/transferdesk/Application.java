package dev.transferdesk;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The desk. What it needs to know stands in {@code application.yml.example}. Tomcat is there for the sandbox alone. */
@SpringBootApplication(exclude = TomcatServletWebServerAutoConfiguration.class)
@ConfigurationPropertiesScan
@EnableScheduling
public class Application {

    public static void main(String[] args) {
        SpringApplication.run(Application.class, args);
    }
}
