package dev.baton.validate;

import dev.baton.model.value.Value;

/**
 * A variable, or the entry of one that is a map.
 *
 * @param variable position in the system
 * @param key position of the key among the map's; -1 for the whole variable
 */
record Cell(int variable, int key) {

    Value of(Situation situation) {
        Value whole = situation.get(variable);
        return key < 0 ? whole : ((Value.MapOf) whole).values().get(key);
    }

    Cell whole() {
        return key < 0 ? this : new Cell(variable, -1);
    }
}
