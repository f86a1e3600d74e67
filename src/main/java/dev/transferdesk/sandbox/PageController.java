package dev.transferdesk.sandbox;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import jakarta.servlet.http.HttpServletResponse;

/** The stand-in for Flex. */
@Controller
class PageController {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @GetMapping("/")
    String show(Model model, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("users", DemoUser.names());
        model.addAttribute("password", DemoUser.PASSWORD);

        return "sandbox/page";
    }
}
