package dev.gatehouse.cloud.credentials;

import dev.gatehouse.contracts.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What a request is signed with.
 *
 * @param sessionToken of temporary credentials; null for those of a user
 */
public record AwsCredentials(
    String accessKeyId, Secret secretAccessKey, @Nullable Secret sessionToken) {}
