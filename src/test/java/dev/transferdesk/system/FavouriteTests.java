package dev.transferdesk.system;

import static dev.transferdesk.system.Person.ALICE;

import org.junit.jupiter.api.Test;

@Story
class FavouriteTests {

    @Test
    void comeFirstInEveryDialogUntilTheyAreLetGo(Stage stage) {

        var alice = stage.enter(ALICE, stage.customerOf(ALICE, "Hello?"));

        alice.transfer().choose("Carol Chen").switchFavourite().close();
        var dialog = alice.transfer();
        dialog.listsAsFavourites("Carol Chen");

        dialog.choose("Carol Chen").switchFavourite().close();
        alice.transfer().listsAsFavourites();
    }
}
