package dev.transferdesk.sandbox;

/** A worker took a task. */
record ReservationAccepted(Reservation reservation) {}
