package dev.transferdesk.contract;

import java.util.function.BiFunction;

/** One thing that an agent does, with what must have happened before. */
enum Flow {

    COLD_ON_ACCEPT("on-accept", Scene.ALONE, (play, _) -> play.transfer(play.floor().bob)),
    COLD_AT_ONCE("immediately", Scene.ALONE, (play, _) -> play.transfer(play.floor().bob)),
    INVITE("on-accept", Scene.ALONE, (play, _) -> play.invite(play.floor().bob)),
    CANCEL("on-accept", Scene.INVITED, (play, task) -> play.cancel(task)),
    TAKE_BACK("on-accept", Scene.TRANSFERRED, (play, _) -> takeBack(play)),
    TAKE_BACK_AFTER_LEAVING("immediately", Scene.TRANSFERRED, (play, _) -> takeBack(play)),
    LADDER("on-accept", Scene.ALONE, (play, _) -> play.transfer(play.floor().bob)),
    LADDER_AFTER_LEAVING("immediately", Scene.ALONE, (play, _) -> play.transfer(play.floor().bob)),
    LEAVE("on-accept", Scene.JOINED, (play, _) -> play.leave("alice", play.one().task())),
    END("on-accept", Scene.ALONE, (play, _) -> play.leave("alice", play.one().task())),
    REMOVE("on-accept", Scene.JOINED,
            (play, _) -> play.remove(play.floor().sandbox.participant(play.one(), play.floor().bob)));

    /** How things stand before. */
    enum Scene {
        ALONE, INVITED, TRANSFERRED, JOINED
    }

    final String release;
    final Scene scene;
    private final BiFunction<Play, String, Answer> click;

    Flow(String release, Scene scene, BiFunction<Play, String, Answer> click) {
        this.release = release;
        this.scene = scene;
        this.click = click;
    }

    /** @param task the one that waits for somebody, if any */
    Answer click(Play play, String task) {
        return click.apply(play, task);
    }

    /** Whether the first one who is asked says no. */
    boolean isDeclinedFirst() {
        return this == LADDER || this == LADDER_AFTER_LEAVING;
    }

    boolean isSending() {
        return scene == Scene.ALONE && this != END;
    }

    boolean isCallingOff() {
        return scene == Scene.INVITED || scene == Scene.TRANSFERRED;
    }

    private static Answer takeBack(Play play) {
        return play.floor().deskOf("alice").delete("/transfers/" + play.latest().id());
    }
}
