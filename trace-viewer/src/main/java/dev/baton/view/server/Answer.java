package dev.baton.view.server;

import dev.baton.view.ExplorationJson;

/**
 * What is sent back.
 *
 * @param type of the content, which is UTF-8
 */
record Answer(int status, String type, String body) {

    static Answer json(String text) {
        return new Answer(200, "application/json", text);
    }

    static Answer html(String text) {
        return new Answer(200, "text/html", text);
    }

    static Answer refusal(int status, String why) {
        return new Answer(status, "application/json", ExplorationJson.error(why));
    }
}
