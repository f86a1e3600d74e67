package dev.transferdesk.twilio;

/** @param configuration the JSON document that routes its tasks */
public record Workflow(WorkflowSid sid, String name, String configuration) {}
