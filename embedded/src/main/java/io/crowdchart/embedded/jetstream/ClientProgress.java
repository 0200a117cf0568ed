package io.crowdchart.embedded.jetstream;

/**
 * How far a client is.
 *
 * @param position the number of events of the feed that are behind it: sent, or not meant for it
 * @param flushed whether all that was sent has left for the socket
 */
public record ClientProgress(int position, boolean flushed) {

    /** Whether the first {@code count} events of the feed have gone out to it. */
    public boolean hasReceived(int count) {
        return position > count || (position == count && flushed);
    }
}
