package io.crowdchart.infra.construct;

import java.util.List;
import software.amazon.awscdk.services.budgets.CfnBudget;
import software.constructs.Construct;

/** Tells somebody by e-mail when the account is about to cost more in a month than expected. It stops nothing. */
public final class MonthlyBudget extends Construct {

    /**
     * What the budget needs.
     *
     * @param dollars the most that the account should cost in a month
     * @param email who is told
     */
    public record Props(int dollars, String email) {}

    public MonthlyBudget(Construct scope, String id, Props props) {
        super(scope, id);
        CfnBudget.Builder.create(this, "Budget")
                .budget(CfnBudget.BudgetDataProperty.builder()
                        .budgetType("COST")
                        .timeUnit("MONTHLY")
                        .budgetLimit(CfnBudget.SpendProperty.builder()
                                .amount(props.dollars())
                                .unit("USD")
                                .build())
                        .build())
                .notificationsWithSubscribers(
                        List.of(at("ACTUAL", 80, props.email()), at("FORECASTED", 100, props.email())))
                .build();
    }

    private static CfnBudget.NotificationWithSubscribersProperty at(String kind, int percent, String email) {
        return CfnBudget.NotificationWithSubscribersProperty.builder()
                .notification(CfnBudget.NotificationProperty.builder()
                        .notificationType(kind)
                        .comparisonOperator("GREATER_THAN")
                        .threshold(percent)
                        .thresholdType("PERCENTAGE")
                        .build())
                .subscribers(List.of(CfnBudget.SubscriberProperty.builder()
                        .subscriptionType("EMAIL")
                        .address(email)
                        .build()))
                .build();
    }
}
