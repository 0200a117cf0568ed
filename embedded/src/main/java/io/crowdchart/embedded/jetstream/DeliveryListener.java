package io.crowdchart.embedded.jetstream;

/** Hears of every event when it is sent for the first time to any client. */
@FunctionalInterface
public interface DeliveryListener {

    /**
     * Called on the thread that sends, right before the event goes out; must be quick.
     *
     * @param nanoTime {@link System#nanoTime()} of that moment
     */
    void delivered(FeedEvent event, long nanoTime);
}
