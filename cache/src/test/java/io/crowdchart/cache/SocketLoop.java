package io.crowdchart.cache;

import java.io.IOException;

/** What a thread of a test does with sockets until one is closed. */
interface SocketLoop {

    void run() throws IOException;

    /** Runs it in a thread of its own, which keeps no process alive. */
    static void start(String name, SocketLoop loop) {
        var thread = new Thread(
                () -> {
                    try {
                        loop.run();
                    } catch (IOException e) {
                        // Closed, by either side or by the test.
                        return;
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }
}
