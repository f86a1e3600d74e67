package dev.transferdesk.sandbox;

import java.util.List;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.node.ObjectNode;

/** The workspace, its activities and its task channels. */
@RestController
@RequestMapping("/v1/Workspaces")
class WorkspaceController {

    private static final String HERE = "/{workspace}";

    private final World world;
    private final State state;
    private final WorkspaceJson json;

    WorkspaceController(World world, State state, WorkspaceJson json) {
        this.world = world;
        this.state = state;
        this.json = json;
    }

    @GetMapping
    ObjectNode list(Paging paging) {
        return world.read(() -> paging.list("workspaces", List.of(state.workspace),
                _ -> json.workspace(), _ -> Workspace.SID));
    }

    @GetMapping(HERE)
    ObjectNode fetch() {
        return world.read(json::workspace);
    }

    @PostMapping(HERE)
    ObjectNode update(Form form) {
        return world.change(() -> {
            form.text("EventCallbackUrl", url -> state.workspace.sendEventsTo(url.isBlank() ? null : url));
            form.text("EventsFilter", state.workspace::filterEvents);
            return json.workspace();
        });
    }

    @GetMapping(HERE + "/Activities")
    ObjectNode activities(Form form, Paging paging) {
        return world.read(() -> paging.list("activities", state.activities.stream()
                .filter(one -> form.filled("FriendlyName").map(one.name::equals).orElse(true))
                .filter(one -> form.flag("Available").map(wanted -> wanted == one.available).orElse(true))
                .toList(), json::activity));
    }

    @GetMapping(HERE + "/Activities/{activity}")
    ObjectNode activity(@PathVariable("activity") String sid) {
        return world.read(() -> json.activity(state.activities.get(sid)));
    }

    @GetMapping(HERE + "/TaskChannels")
    ObjectNode taskChannels(Paging paging) {
        return world.read(() -> paging.list("channels", state.taskChannels.all(), json::taskChannel));
    }

    @GetMapping(HERE + "/TaskChannels/{channel}")
    ObjectNode taskChannel(@PathVariable("channel") String sidOrName) {
        return world.read(() -> json.taskChannel(state.taskChannel(sidOrName).orElseThrow(Refusal::notFound)));
    }
}
