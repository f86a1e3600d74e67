package dev.transferdesk.system;

import java.util.Locale;

/** Who can sign in at the desk of the stories. */
enum Person {

    ALICE("Alice Alvarez"), BOB("Bob Brandt"), CAROL("Carol Chen"), SAM("Sam Sato"), ADA("Ada Admin");

    private final String fullName;

    Person(String fullName) {
        this.fullName = fullName;
    }

    String username() {
        return name().toLowerCase(Locale.ROOT);
    }

    String fullName() {
        return fullName;
    }
}
