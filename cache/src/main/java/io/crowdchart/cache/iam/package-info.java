/**
 * The way into an ElastiCache cache as an IAM user: a request that is signed and never sent stands for the password.
 *
 * <p>It is signed with the JDK alone, without asking anybody. The keys come from the environment or, on Fargate and in a
 * function that was restored from a snapshot, over HTTP from an endpoint on this machine. A token lets a connection in for 15
 * minutes, a connection outlives it: so each connection gets a new one. Start at {@link io.crowdchart.cache.iam.IamTokens}.
 */
@NullMarked
package io.crowdchart.cache.iam;

import org.jspecify.annotations.NullMarked;
