package io.crowdchart.lambda.intent;

/**
 * What a handler answers.
 *
 * @param text what to say, plain text
 * @param then how the conversation goes on
 */
record Reply(String text, Then then) {

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
        return new Reply(text, Then.AS_BEFORE);
    }

    /** A text that needs to be followed by a question. */
    static Reply ask(String text) {
        return new Reply(text, Then.ASK);
    }

    /** A last word. */
    static Reply end(String text) {
        return new Reply(text, Then.END);
    }
}
