package dev.transferdesk.desk;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** Says what went wrong and what to do: as a page, or as an alert on the page that htmx asked from. */
@Controller
class ErrorPages implements ErrorController {

    /** Request attribute that names the text where the status alone does not. */
    static final String KEY = ErrorPages.class.getName() + ".key";

    private static final Set<Integer> WORDED = Set.of(400, 403, 404, 405, 409, 413, 500, 503);

    @RequestMapping("/error")
    String show(HttpServletRequest request, HttpServletResponse response, Model model) {

        var status = Optional.ofNullable((Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                .orElse(404);
        response.setStatus(status);

        model.addAttribute("status", status);
        model.addAttribute("errorKey", Optional.ofNullable((String) request.getAttribute(KEY))
                .orElseGet(() -> String.valueOf(worded(status))));

        return request.getHeader("HX-Request") == null ? "error/error" : "error/alert :: alert";
    }

    private static int worded(int status) {
        return WORDED.contains(status) ? status : status < 500 ? 400 : 500;
    }
}
