package io.crowdchart.operations.doctor;

/**
 * What a check found.
 *
 * @param verdict how bad it is
 * @param link what was looked at
 * @param found what is there
 * @param advice what was expected, and what to do; empty where all is well
 */
record Finding(Verdict verdict, String link, String found, String advice) {

    /** How bad it is. */
    enum Verdict {
        OK("ok"),
        WARNING("warning"),
        PROBLEM("problem"),
        NOT_ASKED("not asked");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        /** For the operator. */
        String words() {
            return words;
        }
    }

    static Finding ok(String link, String found) {
        return new Finding(Verdict.OK, link, found, "");
    }

    static Finding warning(String link, String found, String advice) {
        return new Finding(Verdict.WARNING, link, found, advice);
    }

    static Finding problem(String link, String found, String advice) {
        return new Finding(Verdict.PROBLEM, link, found, advice);
    }

    static Finding notAsked(String link, String why) {
        return new Finding(Verdict.NOT_ASKED, link, why, "");
    }
}
