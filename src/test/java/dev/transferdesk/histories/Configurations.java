package dev.transferdesk.histories;

import dev.transferdesk.histories.Staff.Team;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** How a desk may be set up. */
final class Configurations {

    private Configurations() {}

    static Map<String, String> any(Random chance, Story story) {

        var all = new LinkedHashMap<String, String>();
        all.put("features.conversation-transfer.enabled", "true");
        all.put("features.conversation-transfer.cold-transfer", "true");
        all.put("features.conversation-transfer.multi-participant", "true");
        all.put("features.conversation-transfer.pending-invites", chance.nextInt(3) == 0 ? "2" : "1");
        all.put("transfers.release", chance.nextBoolean() ? "on-accept" : "immediately");
        all.put("transfers.ladder.agent", "40s");
        all.put("transfers.ladder.queue", "90s");
        all.put("transfers.fallback-queue", chance.nextBoolean() ? "" : Team.EVERYONE.queue().value());

        if (chance.nextBoolean()) {
            all.put("transfers.ladder.then[0].target",
                    chance.nextBoolean() ? Team.BILLING.queue().value() : Staff.DAN.worker().value());
            all.put("transfers.ladder.then[0].for", "30s");
        }

        all.put("twilio.account-sid", "AC" + "0".repeat(32));
        all.put("twilio.auth-token", "secret");
        all.put("twilio.workspace-sid", "WS" + "0".repeat(32));

        if (chance.nextBoolean()) {
            all.put("webhooks.public-url", "https://desk.example");
        }

        if (chance.nextInt(3) == 0) {
            all.put("transfers.undo-window", 1 + chance.nextInt(10) + "s");
        }

        story.tell(all.toString().replaceAll("(features|twilio)[^,]*, ", ""));

        return all;
    }
}
