package io.crowdchart.operations.doctor;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the connectors and their tasks run. */
final class ConnectorsCheck implements Check {

    private final Optional<URI> connect;
    private final List<String> connectors;

    ConnectorsCheck(Optional<URI> connect, List<String> connectors) {
        this.connect = connect;
        this.connectors = List.copyOf(connectors);
    }

    @Override
    public String link() {
        return "connect";
    }

    @Override
    public List<Finding> examine(Set<Part> away) throws InterruptedException {
        if (connect.isEmpty()) {
            return List.of(Finding.notAsked(link(), "no setting connect.url says where it is"));
        }
        var calls = new ConnectCalls(connect.get());
        List<Finding> findings = new ArrayList<>();
        try {
            for (String connector : connectors) {
                findings.add(calls.state(connector)
                        .map(state -> state.finding(link(), connector))
                        .orElseGet(() -> Finding.problem(
                                link(),
                                "there is no connector " + connector,
                                "Expected it; PUT its configuration to /connectors/" + connector + "/config")));
            }
        } catch (UncheckedIOException e) {
            findings.add(Finding.problem(
                    link(), "no answer from " + connect.get() + ": " + Causes.words(e), "Is the worker running?"));
        }
        return findings;
    }
}
