package io.crowdchart.infra.config;

import java.util.Optional;

/**
 * Who is told of trouble.
 *
 * @param email where alarms go; empty: nobody is told, the alarms only show
 * @param monthlyBudget in US dollars; empty: no budget. Needs an e-mail address
 */
public record Alerts(Optional<String> email, Optional<Integer> monthlyBudget) {}
