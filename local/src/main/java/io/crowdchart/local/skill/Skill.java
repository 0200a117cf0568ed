package io.crowdchart.local.skill;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** Invokes the Lambda handler as Lambda does: bytes in, bytes out. Safe for use by many threads. */
public final class Skill {

    private final RequestStreamHandler handler;
    private final AtomicLong invocations = new AtomicLong();

    /** The skill behind a handler. */
    public Skill(RequestStreamHandler handler) {
        this.handler = handler;
    }

    /**
     * One invocation.
     *
     * @param envelope a request of Alexa, as JSON
     * @return the response envelope, as JSON
     * @throws RuntimeException whatever the handler throws; Lambda would report it as an error of the function
     */
    public byte[] invoke(byte[] envelope) throws IOException {
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        var context = new InvocationContext("local-" + invocations.incrementAndGet());
        handler.handleRequest(new ByteArrayInputStream(envelope), response, context);
        return response.toByteArray();
    }
}
