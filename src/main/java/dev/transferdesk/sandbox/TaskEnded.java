package dev.transferdesk.sandbox;

/** A task was completed, cancelled or deleted. */
record TaskEnded(Task task) {}
