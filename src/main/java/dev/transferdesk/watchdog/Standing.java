package dev.transferdesk.watchdog;

/** How a conversation stood when it was last looked at. */
enum Standing {

    /** A live task refers to it: somebody has it, or is asked to. */
    LIVE,
    /** None does any more, and what that means is still to be seen. */
    UNCLEAR,
    /** An agent is in it all the same. */
    ATTENDED,
    /** Nobody waits in it: it is parked or inactive, or the customer has gone. */
    RESTING,
    /** The customer is alone in it, and that was told. */
    ALONE,
    /** It is over for good. */
    CLOSED
}
