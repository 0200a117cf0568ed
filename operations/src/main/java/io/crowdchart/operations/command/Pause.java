package io.crowdchart.operations.command;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What happens between two attempts. */
public interface Pause {

    /** Lets time pass on this thread. */
    Pause SLEEP = length -> TimeUnit.MILLISECONDS.sleep(length.toMillis());

    void pause(Duration length) throws InterruptedException;
}
