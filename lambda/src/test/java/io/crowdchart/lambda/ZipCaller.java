package io.crowdchart.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** Calls a handler once as Lambda does: made by its name, a request comes in, a response goes out. */
final class ZipCaller {

    private ZipCaller() {}

    @SuppressWarnings("NullAway")
    public static void main(String[] arguments) throws Exception {
        Object handler = Class.forName(arguments[0]).getDeclaredConstructor().newInstance();
        ((RequestStreamHandler) handler).handleRequest(System.in, System.out, null);
    }
}
