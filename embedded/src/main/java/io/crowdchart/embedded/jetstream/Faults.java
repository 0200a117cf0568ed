package io.crowdchart.embedded.jetstream;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What goes wrong on a network, switched on and off in mid-play. Everything is off at first. Safe for use by many threads.
 */
public final class Faults {

    private volatile boolean refusing;
    private volatile boolean unavailable;
    private volatile boolean duplicating;
    private volatile boolean reordering;
    private volatile boolean babbling;
    private volatile boolean fragmenting;
    private volatile long oldestTimeUs;
    private boolean silent;

    Faults() {}

    /** New connections are hung up on before a byte is said. */
    public Faults refuseConnections(boolean on) {
        refusing = on;
        return this;
    }

    /** Upgrade requests are answered with 503, as by a server that is still starting. */
    public Faults answerUnavailable(boolean on) {
        unavailable = on;
        return this;
    }

    /** Connections stay open, new ones are accepted, but nothing is said. */
    public synchronized Faults goSilent(boolean on) {
        silent = on;
        notifyAll();
        return this;
    }

    /** Every event is sent twice. */
    public Faults sendDuplicates(boolean on) {
        duplicating = on;
        return this;
    }

    /** Neighbouring events of different accounts change places; the order within an account stays, as Jetstream promises. */
    public Faults reorder(boolean on) {
        reordering = on;
        return this;
    }

    /** Before every event comes a frame that is none. */
    public Faults sendGarbage(boolean on) {
        babbling = on;
        return this;
    }

    /** Every message comes in several frames. */
    public Faults fragmentMessages(boolean on) {
        fragmenting = on;
        return this;
    }

    /** Older events are gone: cursors before this time are moved to it without a word. 0 keeps everything. */
    public Faults clampCursors(long oldestAvailableTimeUs) {
        oldestTimeUs = oldestAvailableTimeUs;
        return this;
    }

    boolean isRefusing() {
        return refusing;
    }

    boolean isUnavailable() {
        return unavailable;
    }

    boolean isBabbling() {
        return babbling;
    }

    boolean isFragmenting() {
        return fragmenting;
    }

    long oldestTimeUs() {
        return oldestTimeUs;
    }

    int copies() {
        return duplicating ? 2 : 1;
    }

    synchronized void awaitSpeech() throws InterruptedException {
        while (silent) {
            wait();
        }
    }

    List<EventLog.Entry> arranged(List<EventLog.Entry> entries) {
        if (!reordering) {
            return entries;
        }
        var arranged = new ArrayList<>(entries);
        for (int at = 0; at + 1 < arranged.size(); at += 2) {
            String first = arranged.get(at).event().did();
            if (!first.equals(arranged.get(at + 1).event().did())) {
                Collections.swap(arranged, at, at + 1);
            }
        }
        return arranged;
    }
}
