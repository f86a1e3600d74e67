package dev.transferdesk.sandbox;

/** Published to the context when the sandbox has gone back to its seed data; faults and latency go with it. */
record Reset() {}
