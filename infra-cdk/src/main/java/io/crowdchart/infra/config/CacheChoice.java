package io.crowdchart.infra.config;

/**
 * What keeps the charts.
 *
 * @param engine what it runs
 * @param gibibytes the most that the charts may take; it is a cap on what they cost
 */
public record CacheChoice(CacheEngine engine, int gibibytes) {}
