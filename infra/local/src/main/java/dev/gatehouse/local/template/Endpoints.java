package dev.gatehouse.local.template;

import java.net.URI;

/** Where the emulators answer: the base addresses of SQS and DynamoDB. */
public record Endpoints(URI sqs, URI dynamoDb) {
  /** The URL of a queue by its name, as the emulator forms it. */
  public String queueUrl(String name) {
    return sqs + "/" + LocalAccount.ID + "/" + name;
  }
}
