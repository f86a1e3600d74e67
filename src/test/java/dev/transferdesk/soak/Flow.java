package dev.transferdesk.soak;

/** What people do to a conversation of Alice's. */
enum Flow {

    COLD(Click.TRANSFER, Release.ON_ACCEPT, Reply.ACCEPT),
    COLD_IMMEDIATELY(Click.TRANSFER, Release.IMMEDIATELY, Reply.ACCEPT),
    INVITE(Click.INVITE, Release.ON_ACCEPT, Reply.ACCEPT),
    CANCEL(Click.INVITE, Release.ON_ACCEPT, Reply.CALLED_OFF),
    TAKE_BACK(Click.TRANSFER, Release.ON_ACCEPT, Reply.CALLED_OFF),
    LADDER(Click.TRANSFER, Release.ON_ACCEPT, Reply.DECLINE_FIRST),
    LADDER_IMMEDIATELY(Click.TRANSFER, Release.IMMEDIATELY, Reply.DECLINE_FIRST),
    LEAVE(Click.LEAVE, Release.ON_ACCEPT, Reply.NONE);

    /** With what the sender begins. */
    enum Click {
        TRANSFER, INVITE, LEAVE
    }

    /** When the sender of a cold transfer leaves. */
    enum Release {
        ON_ACCEPT, IMMEDIATELY
    }

    /** What becomes of the offers. */
    enum Reply {
        ACCEPT, DECLINE_FIRST, CALLED_OFF, NONE
    }

    final Click click;
    final Release release;
    final Reply reply;

    Flow(Click click, Release release, Reply reply) {
        this.click = click;
        this.release = release;
        this.reply = reply;
    }

    boolean isCold() {
        return click == Click.TRANSFER;
    }
}
