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
     */
    record Intent(String name, Map<String, String> slots) implements Meaning {

        public Intent {
            slots = Map.copyOf(slots);
        }
    }
}
