package io.crowdchart.infra.rehearsal.aws;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A resource of a stack.
 *
 * @param stack the name of the stack
 * @param logicalId its name in the template
 * @param type its type, such as {@code AWS::S3::Bucket}
 * @param id its physical id: the name it asks for, else one that is made up
 * @param properties its properties with every function of the template evaluated
 * @param deletionPolicy what becomes of it with its stack, {@code Delete} unless the template says otherwise
 */
public record Resource(
        String stack, String logicalId, String type, String id, JsonNode properties, String deletionPolicy) {

    String text(String property) {
        return properties.path(property).asText();
    }
}
