package dev.transferdesk.soak;

import java.util.Set;

/** What people do to a conversation of Alice's, and what may become of it. */
enum Flow {

    COLD(Click.TRANSFER, Target.BOB, Release.ON_ACCEPT, Reply.ACCEPT, "DONE"),
    COLD_TO_QUEUE(Click.TRANSFER, Target.BILLING, Release.ON_ACCEPT, Reply.ACCEPT, "DONE"),
    COLD_IMMEDIATELY(Click.TRANSFER, Target.BOB, Release.IMMEDIATELY, Reply.ACCEPT, "DONE"),
    INVITE(Click.INVITE, Target.BOB, Release.ON_ACCEPT, Reply.ACCEPT, "DONE"),
    INVITE_DECLINED(Click.INVITE, Target.BOB, Release.ON_ACCEPT, Reply.DECLINE_ALL, "DECLINED"),
    CANCEL(Click.INVITE, Target.BOB, Release.ON_ACCEPT, Reply.CALLED_OFF, "CANCELLED"),
    TAKE_BACK(Click.TRANSFER, Target.BOB, Release.ON_ACCEPT, Reply.CALLED_OFF, "TAKEN_BACK"),
    TAKE_BACK_AFTER_LEAVING(Click.TRANSFER, Target.BOB, Release.IMMEDIATELY, Reply.CALLED_OFF, "TAKEN_BACK",
            "RETURNED"),
    LADDER(Click.TRANSFER, Target.BOB, Release.ON_ACCEPT, Reply.DECLINE_FIRST, "DONE"),
    LADDER_IMMEDIATELY(Click.TRANSFER, Target.BOB, Release.IMMEDIATELY, Reply.DECLINE_FIRST, "DONE"),
    BACK_TO_SENDER(Click.TRANSFER, Target.BOB, Release.ON_ACCEPT, Reply.DECLINE_ALL, "DECLINED"),
    RETURNED(Click.TRANSFER, Target.BOB, Release.IMMEDIATELY, Reply.DECLINE_ALL, "RETURNED"),
    LEAVE(Click.LEAVE, Target.NOBODY, Release.ON_ACCEPT, Reply.ACCEPT, "DONE");

    /** With what Alice begins. */
    enum Click {
        TRANSFER, INVITE, LEAVE
    }

    /** Whom she chooses. */
    enum Target {
        BOB, BILLING, NOBODY
    }

    /** When the sender of a cold transfer leaves. */
    enum Release {
        ON_ACCEPT, IMMEDIATELY
    }

    /** What becomes of the offers: Bob is asked first, Carol next. */
    enum Reply {
        ACCEPT, DECLINE_FIRST, DECLINE_ALL, CALLED_OFF
    }

    final Click click;
    final Target target;
    final Release release;
    final Reply reply;
    final Set<String> outcomes;

    Flow(Click click, Target target, Release release, Reply reply, String... outcomes) {
        this.click = click;
        this.target = target;
        this.release = release;
        this.reply = reply;
        this.outcomes = Set.of(outcomes);
    }
}
