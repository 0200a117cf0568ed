package io.crowdchart.embedded.jetstream;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** The events in the order in which they were published; grows only. Safe for use by many threads. */
final class EventLog {

    /** An event, and whether anybody has been sent it. */
    record Entry(FeedEvent event, AtomicBoolean delivered) {}

    private final EventReader reader = new EventReader();
    private final List<Entry> entries = new ArrayList<>();

    synchronized FeedEvent append(String line) {
        FeedEvent event = reader.read(entries.size(), line);
        entries.add(new Entry(event, new AtomicBoolean()));
        notifyAll();
        return event;
    }

    synchronized int size() {
        return entries.size();
    }

    /** Waits until there is something from {@code position} on, and returns at most {@code limit} entries of it. */
    synchronized List<Entry> awaitFrom(int position, int limit) throws InterruptedException {
        while (entries.size() <= position) {
            wait();
        }
        return List.copyOf(entries.subList(position, Math.min(entries.size(), position + limit)));
    }

    /**
     * The first place whose event is not older than a time, or the end. Times need not rise, so nothing that is new enough
     * may stand before it.
     */
    synchronized int firstNotBefore(long timeUs) {
        for (Entry entry : entries) {
            if (entry.event().timeUs() >= timeUs) {
                return entry.event().index();
            }
        }
        return entries.size();
    }
}
