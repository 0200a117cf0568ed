package io.crowdchart.connect.chart.record;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/** Reports bad records, and waits until the reports are safe before anything goes on. */
public final class DeadLetters {

    /** Well below the time after which Kafka takes the partitions of a silent task away. */
    private static final long PATIENCE_SECONDS = 60;

    private final @Nullable ErrantRecordReporter reporter;
    private final BadRecordCounts counts;
    private final List<Future<Void>> reports = new ArrayList<>();

    /**
     * Dead letters of a task.
     *
     * @param reporter where to; null if the worker is to fail on bad records
     */
    public DeadLetters(@Nullable ErrantRecordReporter reporter, BadRecordCounts counts) {
        this.reporter = reporter;
        this.counts = counts;
    }

    /** Others of the same task, with reports of their own. */
    public DeadLetters others() {
        return new DeadLetters(reporter, counts);
    }

    /** Reports a record, or throws its problem if there is nobody to report to. */
    public void report(SinkRecord record, BadRecordException problem) {
        counts.add(problem.reason());
        if (reporter == null) {
            throw problem;
        }
        reports.add(reporter.report(record, problem));
    }

    /** Stops caring about the reports so far: their records will be delivered again. */
    public void forget() {
        reports.clear();
    }

    /**
     * Waits until every report is safe.
     *
     * @throws ConnectException if one cannot be written: its record must not be passed
     */
    public void await() {
        for (Future<Void> report : reports) {
            await(report);
        }
        reports.clear();
    }

    /**
     * Whether every report is safe by now.
     *
     * @throws ConnectException if one cannot be written: its record must not be passed
     */
    public boolean areSafe() {
        if (!reports.stream().allMatch(Future::isDone)) {
            return false;
        }
        await();
        return true;
    }

    private static void await(Future<Void> report) {
        try {
            report.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new RetriableException(
                    "a bad record was not reported within " + PATIENCE_SECONDS + " seconds, trying again", e);
        } catch (ExecutionException e) {
            throw new ConnectException("a bad record could not be reported, so it is not passed over", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectException("interrupted while a bad record was reported", e);
        }
    }
}
