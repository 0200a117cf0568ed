/** What may be chosen about a deployment, read once from the context of the CDK. */
@NullMarked
package io.crowdchart.infra.config;

import org.jspecify.annotations.NullMarked;
