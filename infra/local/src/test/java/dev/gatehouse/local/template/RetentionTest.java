package dev.gatehouse.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.local.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds people's words or cannot be restored outlives its stack. */
final class RetentionTest {
  private static final Set<String> KEPT =
      Set.of("AWS::DynamoDB::Table", "AWS::S3::Bucket", "AWS::SecretsManager::Secret");
  private static final Set<String> MADE_ANEW =
      Set.of(
          "AWS::Serverless::Function",
          "AWS::Serverless::HttpApi",
          "AWS::IAM::Role",
          "AWS::IAM::ManagedPolicy",
          "AWS::Logs::LogGroup",
          "AWS::SQS::Queue",
          "AWS::CloudWatch::Alarm");

  private final JsonNode resources;

  RetentionTest() throws IOException {
    resources =
        TemplateYaml.read(Files.readString(Repository.file("template.yaml"))).path("Resources");
  }

  @Test
  void aKeptResourceOutlivesItsStackAndItsReplacement() {
    resources.properties().stream()
        .filter(resource -> isKept(resource.getValue()))
        .forEach(RetentionTest::assertRetained);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ConversationsTable",
        "BridgeStateTable",
        "ClaimsBucket",
        "DiscordTokenSecret",
        "LlmApiKeySecret"
      })
  void theseAreKept(String id) {
    assertThat(isKept(resources.path(id))).isTrue();
  }

  @Test
  void ofEachKindItIsDecidedWhetherItIsKept() {
    assertThat(resources.properties())
        .isNotEmpty()
        .allSatisfy(resource ->
            assertThat(isKept(resource.getValue()) || isMadeAnew(resource.getValue()))
                .as(resource.getKey())
                .isTrue());
  }

  private static void assertRetained(Map.Entry<String, JsonNode> resource) {
    assertThat(resource.getValue().path("DeletionPolicy").asText())
        .as(resource.getKey())
        .isIn("Retain", "RetainExceptOnCreate");
    assertThat(resource.getValue().path("UpdateReplacePolicy").asText())
        .as(resource.getKey())
        .isEqualTo("Retain");
  }

  private static boolean isKept(JsonNode resource) {
    return KEPT.contains(type(resource));
  }

  private static boolean isMadeAnew(JsonNode resource) {
    return MADE_ANEW.contains(type(resource));
  }

  private static String type(JsonNode resource) {
    return resource.path("Type").asText();
  }
}
