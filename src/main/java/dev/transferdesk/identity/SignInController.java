package dev.transferdesk.identity;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class SignInController {

    private final String notice;

    SignInController(@Value("${desk.notice:}") String notice) {
        this.notice = notice;
    }

    @GetMapping("/login")
    String signIn(Model model) {
        model.addAttribute("notice", notice.isBlank() ? null : notice);
        return "identity/sign-in";
    }
}
