package io.crowdchart.lambda.intent;

import io.crowdchart.lambda.speech.Messages;

/**
 * What is said to a request, whether the conversation goes on, and what it keeps.
 *
 * @param text whole sentences
 * @param then how it goes on
 * @param memory what the next question may refer to
 */
record Reply(String text, Then then, Memory memory) {

    /** How the conversation goes on. */
    enum Then {
        /** It ends. */
        END,
        /** The next question is asked if the conversation was going on before; a single question is done. */
        AS_BEFORE,
        /** A question is asked. */
        ASK
    }

    /** The answer to a question. */
    static Reply answer(String text) {
        return new Reply(text, Then.AS_BEFORE, Memory.NONE);
    }

    /** A text that needs to be followed by a question. */
    static Reply ask(String text) {
        return new Reply(text, Then.ASK, Memory.NONE);
    }

    /** A last word. */
    static Reply end(String text) {
        return new Reply(text, Then.END, Memory.NONE);
    }

    /** The same, and another sentence. */
    Reply followedBy(String sentence, Messages messages) {
        return new Reply(messages.together(text, sentence), then, memory);
    }

    /** The same, after a sentence. */
    Reply after(String sentence, Messages messages) {
        return new Reply(messages.together(sentence, text), then, memory);
    }

    /** The same, and something to refer to. */
    Reply keeping(Memory kept) {
        return new Reply(text, then, kept);
    }
}
