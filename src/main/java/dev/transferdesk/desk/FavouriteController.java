package dev.transferdesk.desk;

import dev.transferdesk.directory.Favourites;
import dev.transferdesk.identity.Agent;
import dev.transferdesk.identity.CurrentAgent;
import dev.transferdesk.routing.TransferTarget;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps a target among the favourites of whoever chose it, or no longer. */
@Controller
class FavouriteController {

    /** The lists on the page are to be loaded again. */
    private static final String CHANGED = "favourites-changed";

    private final Favourites favourites;

    FavouriteController(Favourites favourites) {
        this.favourites = favourites;
    }

    @PutMapping("/favourites")
    void change(@RequestParam(defaultValue = "") String target, @RequestParam(defaultValue = "false") boolean kept,
            @CurrentAgent Agent agent, HttpServletRequest request, HttpServletResponse response) throws IOException {

        if (TransferTarget.parse(target).isEmpty()) {
            response.sendError(HttpStatus.UNPROCESSABLE_CONTENT.value());
        } else if (store(agent.getUsername(), target, kept)) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            response.setHeader("HX-Trigger", CHANGED);
        } else {
            request.setAttribute(ErrorPages.KEY, "FAVOURITES_FULL");
            response.sendError(HttpStatus.CONFLICT.value());
        }
    }

    private boolean store(String username, String target, boolean kept) {

        if (kept) {
            return favourites.keep(username, target);
        }

        favourites.letGo(username, target);

        return true;
    }
}
