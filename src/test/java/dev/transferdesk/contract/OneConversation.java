package dev.transferdesk.contract;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Alice has a customer, and the page of their conversation is open at her desk. */
abstract class OneConversation {

    @Autowired
    protected Floor floor;

    protected Case one;
    protected Play play;

    @BeforeEach
    void begin() {
        one = floor.begin();
        play = new Play(floor, one);
        floor.deskOf("alice").get("/tasks/" + one.task());
    }

    @AfterEach
    void tidy() {
        floor.tidy();
    }
}
