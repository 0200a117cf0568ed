package io.crowdchart.local.faults;

/** Something that goes wrong for a while. Made for one seed, used by one thread. */
interface Fault {

    /** What it is called in a schedule. */
    String name();

    /** Lets it go wrong; events are playing. */
    void strike() throws Exception;

    /** Puts it right again, and waits for what shows that it is; events may still be playing. */
    void heal() throws Exception;

    /** One half of a fault. */
    @FunctionalInterface
    interface Step {
        void take() throws Exception;
    }

    /** A fault of two steps. */
    static Fault of(String name, Step strike, Step heal) {
        return new Fault() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void strike() throws Exception {
                strike.take();
            }

            @Override
            public void heal() throws Exception {
                heal.take();
            }
        };
    }
}
