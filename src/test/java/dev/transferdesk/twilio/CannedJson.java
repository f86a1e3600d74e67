package dev.transferdesk.twilio;

/** What Twilio answers, as far as a test cares. */
final class CannedJson {

    private static final String DATES = """
            "date_created":"2026-03-01T09:00:00Z","date_updated":"2026-03-01T09:05:00Z\"""";

    private CannedJson() {}

    /** @param next path of the next page, if there is one */
    static String page(String key, String next, String... entries) {

        var url = next == null ? "null" : "\"https://taskrouter.twilio.com%s\"".formatted(next);

        return """
                {"meta":{"page":0,"page_size":50,"first_page_url":"https://x.twilio.com/first","previous_page_url":null,
                "url":"https://x.twilio.com/first","next_page_url":%s,"key":"%s"},"%s":[%s]}"""
                .formatted(url, key, key, String.join(",", entries));
    }

    static String worker(WorkerSid sid) {
        return """
                {"sid":"%s","friendly_name":"alice","activity_name":"On break","available":false,
                "attributes":"{\\"full_name\\":\\"Alice Alvarez\\",\\"level\\":1.10}",%s,"new_in_2031":[1]}"""
                .formatted(sid, DATES);
    }

    static String message(int index, String body) {
        return """
                {"sid":"IM%032x","index":%d,"author":"alice","participant_sid":"MB%s","body":"%s","media":null,%s}"""
                .formatted(index, index, "a".repeat(32), body, DATES);
    }

    static String task(TaskSid sid, String status) {
        return """
                {"sid":"%s","assignment_status":"%s","attributes":"{\\"channelType\\":\\"web\\"}","reason":null,
                "task_queue_sid":"%s","task_queue_friendly_name":"Billing","task_channel_unique_name":"chat",%s}"""
                .formatted(sid, status, GatewayFixture.BILLING, DATES);
    }

    static String reservation(int number, String status, String created) {
        return """
                {"sid":"WR%032x","task_sid":"%s","worker_sid":"%s","reservation_status":"%s",
                "date_created":"%s","date_updated":"2026-03-01T09:05:00Z"}"""
                .formatted(number, GatewayFixture.TASK, GatewayFixture.ALICE, status, created);
    }

    static String invite(int number, TaskSid task) {
        return """
                {"sid":"KG%032x","routing":{"reservation":null,"properties":{"sid":"%s","assignmentCounter":0,
                "attributes":"{}","date_created":1767225600}}}""".formatted(number, task);
    }
}
