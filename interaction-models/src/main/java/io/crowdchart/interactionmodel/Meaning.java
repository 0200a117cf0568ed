package io.crowdchart.interactionmodel;

import java.util.Map;

/** What somebody means by a sentence. */
public sealed interface Meaning {

    /** The skill shall begin: "open crowd chart". */
    record Launch() implements Meaning {}

    /**
     * An intent of the model.
     *
     * @param name its name
     * @param slots what was said in its slots, by their names; numbers and ordinals in digits; a slot not said is missing
     * @param ids the ids of the values that were said in slots of the skill's own types, by the names of the slots
     */
    record Intent(String name, Map<String, String> slots, Map<String, String> ids) implements Meaning {

        public Intent {
            slots = Map.copyOf(slots);
            ids = Map.copyOf(ids);
        }

        /** An intent without slots of the skill's own types. */
        public Intent(String name, Map<String, String> slots) {
            this(name, slots, Map.of());
        }
    }
}
