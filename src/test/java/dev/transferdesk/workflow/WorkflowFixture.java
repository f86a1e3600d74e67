package dev.transferdesk.workflow;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The cast, and JSON that is written with single quotes. */
final class WorkflowFixture {

    static final WorkerFacts ALICE = worker("WKalice", "alice", "{'skills': ['billing'], 'level': 3}");
    static final WorkerFacts BOB = worker("WKbob", "bob", "{'skills': ['sales', 'billing'], 'level': 7}");
    static final WorkerFacts CAROL = worker("WKcarol", "carol", "{'skills': []}");

    private WorkflowFixture() {}

    static ObjectNode json(String text) {
        return (ObjectNode) JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    static WorkerFacts worker(String sid, String name, String attributes) {
        return new WorkerFacts(sid, name, "WAavailable", "Available", json(attributes));
    }
}
