package dev.transferdesk.desk;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.Locale;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Says what went wrong where the server refuses a request before the desk gets to see it; such a page has no style. */
@Component
class ServerErrors implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {

    private final MessageSource texts;

    ServerErrors(MessageSource texts) {
        this.texts = texts;
    }

    @Override
    public void customize(JettyServletWebServerFactory factory) {
        factory.addServerCustomizers(server -> server.setErrorHandler(new PlainPage()));
    }

    /** Of what the request says nothing is repeated, and of what the server is nothing told. */
    private final class PlainPage extends ErrorHandler {

        @Override
        public boolean errorPageForMethod(String method) {
            return true;
        }

        @Override
        protected void writeErrorHtml(Request request, Writer page, Charset charset, int status,
                @Nullable String message, @Nullable Throwable cause) throws IOException {
            page.write("""
                    <!doctype html>
                    <html lang="en-GB">
                    <head><meta charset="%s"><title>%s</title></head>
                    <body><h1>%s</h1><p>%s</p></body>
                    </html>
                    """.formatted(charset.name(), text("app.name"), text("error.400.title"), text("error.400.text")));
        }

        private String text(String key) {
            return HtmlUtils.htmlEscape(texts.getMessage(key, null, Locale.UK));
        }
    }
}
