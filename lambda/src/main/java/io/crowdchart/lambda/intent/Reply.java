package io.crowdchart.lambda.intent;

import io.crowdchart.lambda.screen.Freshness;
import io.crowdchart.lambda.screen.Screen;
import io.crowdchart.lambda.speech.Messages;
import java.util.Optional;

/**
 * What is said to a request, whether the conversation goes on, what it keeps, and what is shown.
 *
 * @param text whole sentences
 * @param then how it goes on
 * @param memory what the next question may refer to
 * @param screen what a device with a screen shows; else what it shows stays
 */
record Reply(String text, Then then, Memory memory, Optional<Screen> screen) {

    /** How the conversation goes on. */
    enum Then {
        /** It ends. */
        END,
        /** The next question is asked if the conversation was going on before; a single question is done. */
        AS_BEFORE,
        /** A question is asked. */
        ASK,
        /** The text is a question itself, or ends with the one that the memory keeps. */
        ANSWER_ME
    }

    /** The answer to a question. */
    static Reply answer(String text) {
        return new Reply(text, Then.AS_BEFORE, Memory.NONE, Optional.empty());
    }

    /** A text that needs to be followed by a question. */
    static Reply ask(String text) {
        return new Reply(text, Then.ASK, Memory.NONE, Optional.empty());
    }

    /** A question that has to be answered before anything can be told; whatever is said before it is not repeated with it. */
    static Reply question(String text, Offer offer) {
        return new Reply(text, Then.ANSWER_ME, Memory.NONE.withOffer(offer).withSaid(text), Optional.empty());
    }

    /** A last word. */
    static Reply end(String text) {
        return new Reply(text, Then.END, Memory.NONE, Optional.empty());
    }

    /** The same, and another sentence; a question stays as it is. */
    Reply followedBy(String sentence, Messages messages) {
        return then == Then.ANSWER_ME ? this : new Reply(messages.together(text, sentence), then, memory, screen);
    }

    /** The same, after a sentence. */
    Reply after(String sentence, Messages messages) {
        return new Reply(messages.together(sentence, text), then, memory, screen);
    }

    /** The same in other words. */
    Reply saying(String words) {
        return new Reply(words, then, memory, screen);
    }

    /** The same, and a question is asked. */
    Reply asking() {
        return new Reply(text, Then.ASK, memory, screen);
    }

    /** The same, and something to refer to. */
    Reply keeping(Memory kept) {
        return new Reply(text, then, kept, screen);
    }

    /** The same, and something to see. */
    Reply showing(Screen shown) {
        return new Reply(text, then, memory, Optional.of(shown));
    }

    /** The same, and what is to see is known to be as fresh as this. */
    Reply asOf(Freshness freshness) {
        return new Reply(text, then, memory, screen.map(shown -> shown.asOf(freshness)));
    }
}
