package dev.gatehouse.local.template;

import com.fasterxml.jackson.databind.JsonNode;

/** Resolves resources to the emulators' names, URLs and ARNs. */
final class LocalReferences implements References {
  private final Endpoints endpoints;
  private final Intrinsics naming;

  LocalReferences(
      Template template, java.util.Map<String, String> parameters, Endpoints endpoints) {
    this.endpoints = endpoints;
    this.naming = new Intrinsics(template, new TemplateNames(template, parameters, this));
  }

  @Override
  public String ref(Resource resource) {
    return switch (resource.type()) {
      case "AWS::SQS::Queue" -> endpoints.queueUrl(name(resource, "QueueName"));
      case "AWS::DynamoDB::Table" -> name(resource, "TableName");
      case "AWS::SecretsManager::Secret" -> arn(resource);
      case "AWS::S3::Bucket" -> name(resource, "BucketName");
      default -> name(resource, "Name");
    };
  }

  @Override
  public String attribute(Resource resource, String attribute) {
    return switch (attribute) {
      case "Arn" -> arn(resource);
      case "StreamArn" -> arn(resource) + "/stream/local";
      case "QueueName" -> name(resource, "QueueName");
      case "QueueUrl" -> ref(resource);
      default ->
          throw new TemplateException(
              resource.id() + "." + attribute, "is not known to the local stack");
    };
  }

  String name(Resource resource, String property) {
    JsonNode given = resource.properties().path(property);
    return given.isMissingNode() ? LocalAccount.STACK + "-" + resource.id() : naming.text(given);
  }

  private String arn(Resource resource) {
    return switch (resource.type()) {
      case "AWS::SQS::Queue" -> LocalAccount.arn("sqs", name(resource, "QueueName"));
      case "AWS::DynamoDB::Table" ->
          LocalAccount.arn("dynamodb", "table/" + name(resource, "TableName"));
      case "AWS::SecretsManager::Secret" ->
          LocalAccount.arn("secretsmanager", "secret:" + name(resource, "Name"));
      case "AWS::Serverless::Function" ->
          LocalAccount.arn("lambda", "function:" + name(resource, "FunctionName"));
      case "AWS::S3::Bucket" -> "arn:aws:s3:::" + name(resource, "BucketName");
      default -> LocalAccount.arn("local", resource.id());
    };
  }
}
