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
    LEAVE(Click.LEAVE, Target.NOBODY, Release.ON_ACCEPT, Reply.ACCEPT, "DONE"),
    HELD_BACK(2, Click.TRANSFER, Target.BOB, Release.ON_ACCEPT, Reply.ACCEPT, "DONE"),
    HELD_BACK_IMMEDIATELY(2, Click.TRANSFER, Target.BOB, Release.IMMEDIATELY, Reply.ACCEPT, "DONE"),
    INVITE_HELD_BACK(2, Click.INVITE, Target.BOB, Release.ON_ACCEPT, Reply.ACCEPT, "DONE"),
    UNDONE(10, Click.TRANSFER, Target.BOB, Release.ON_ACCEPT, Reply.CALLED_OFF, "UNDONE", "TAKEN_BACK"),
    INVITE_UNDONE(10, Click.INVITE, Target.BOB, Release.ON_ACCEPT, Reply.CALLED_OFF, "UNDONE", "CANCELLED");

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

    /** What an administrator has to decide for it. */
    record Policy(Release release, int undo) {}

    Policy policy() {
        return new Policy(release, undo);
    }

    /** What becomes of the offers: Bob is asked first, Carol next. */
    enum Reply {
        ACCEPT, DECLINE_FIRST, DECLINE_ALL, CALLED_OFF
    }

    /** For how many seconds it can be undone. */
    final int undo;
    final Click click;
    final Target target;
    final Release release;
    final Reply reply;
    final Set<String> outcomes;

    Flow(Click click, Target target, Release release, Reply reply, String... outcomes) {
        this(0, click, target, release, reply, outcomes);
    }

    Flow(int undo, Click click, Target target, Release release, Reply reply, String... outcomes) {
        this.undo = undo;
        this.click = click;
        this.target = target;
        this.release = release;
        this.reply = reply;
        this.outcomes = Set.of(outcomes);
    }
}
