package io.crowdchart.infra.rehearsal.aws;

/** One service, in its own protocol. Called by one thread at a time. */
interface AwsService {

    /** The name of what a request wants, such as {@code CreateChangeSet}. */
    String operation(AwsRequest request);

    /**
     * Does it.
     *
     * @throws AwsFault if the real service would say no
     * @throws UnknownCallException if this is not known here
     */
    AwsResponse answer(AwsRequest request);

    /** How the service words a fault. */
    AwsResponse fault(AwsFault fault);
}
