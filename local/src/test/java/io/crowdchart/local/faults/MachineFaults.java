package io.crowdchart.local.faults;

import io.crowdchart.local.pipeline.OneMachine;
import java.util.List;

/** What goes wrong with the processes: the whole runner, its broker, its connectors. */
final class MachineFaults {

    private final Stage stage;

    private MachineFaults(Stage stage) {
        this.stage = stage;
    }

    static List<Fault> all(Stage stage) {
        MachineFaults faults = new MachineFaults(stage);
        return List.of(
                Fault.of("runner-kill", () -> stage.machine().kill(), stage::startMachine),
                Fault.of("broker-restart", () -> stage.machine().order("broker-restart"), () -> {}),
                Fault.of("source-restart", () -> faults.restart(OneMachine.SOURCE), () -> {}),
                Fault.of("sink-restart", () -> faults.restart(OneMachine.SINK), () -> {}),
                Fault.of("sink-rebalance", () -> stage.useTasks(1), () -> stage.useTasks(2)));
    }

    private void restart(String connector) {
        stage.machine().connect().restart(connector);
    }
}
