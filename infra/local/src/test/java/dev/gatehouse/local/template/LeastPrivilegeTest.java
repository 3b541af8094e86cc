package dev.gatehouse.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.contracts.settings.Part;
import dev.gatehouse.local.Repository;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is deployed may do, and is told, no more than it needs. */
final class LeastPrivilegeTest {
  /** Objects have names that nobody knows beforehand; the bucket's name bounds them. */
  private static final String OBJECTS = "${ClaimsBucket.Arn}/*";

  /** The JVM's own, and whose application this is, which every function is told. */
  private static final Set<String> OF_EVERY_FUNCTION =
      Set.of("JAVA_TOOL_OPTIONS", "DISCORD_CLIENT_ID");

  private final Template template;

  LeastPrivilegeTest() throws IOException {
    template = Template.read(Repository.file("template.yaml"));
  }

  @Test
  void noActionIsAWildcard() {
    List<String> actions = texts("Action");

    assertThat(actions.contains("sqs:SendMessage")).as(actions.toString()).isTrue();
    assertThat(actions.stream().filter(action -> action.contains("*")).toList()).isEmpty();
  }

  @Test
  void noResourceIsAWildcardButTheObjectsOfTheBucket() {
    List<String> wide =
        texts("Resource").stream()
            .filter(resource -> resource.contains("*"))
            .filter(resource -> !resource.equals(OBJECTS))
            .toList();

    assertThat(texts("Resource").isEmpty()).isFalse();
    assertThat(wide).isEmpty();
  }

  @Test
  void everyFunctionHasARoleOfItsOwnWithoutManagedPolicies() {
    for (Resource function : template.functions()) {
      assertThat(function.properties().has("Role")).as(function.id()).isTrue();
      assertThat(function.properties().has("Policies")).as(function.id()).isFalse();
    }
    for (Resource role : template.ofType("AWS::IAM::Role")) {
      assertThat(role.properties().has("ManagedPolicyArns")).as(role.id()).isFalse();
    }
    assertThat(template.ofType("AWS::IAM::Role").size()).isEqualTo(template.functions().size());
  }

  @ParameterizedTest
  @CsvSource({
    "InteractionsFunction, INTERACTIONS",
    "ConversationFunction, CONVERSATION",
    "LlmFunction, LLM"
  })
  void everyVariableOfAFunctionIsReadByIt(String function, Part part) {
    List<String> unread =
        variables(function).stream()
            .filter(name -> !OF_EVERY_FUNCTION.contains(name))
            .filter(name -> !part.reads().contains(name))
            .toList();

    assertThat(variables(function).isEmpty()).isFalse();
    assertThat(unread).isEmpty();
  }

  private List<String> variables(String function) {
    JsonNode environment = template.resources().get(function).properties().path("Environment");
    return environment.path("Variables").propertyStream().map(entry -> entry.getKey()).toList();
  }

  /** All texts below the statements' fields of this name. */
  private List<String> texts(String field) {
    return Stream.of("AWS::IAM::Role", "AWS::IAM::ManagedPolicy")
        .flatMap(type -> template.ofType(type).stream())
        .flatMap(resource -> resource.properties().findValues(field).stream())
        .flatMap(LeastPrivilegeTest::texts)
        .toList();
  }

  private static Stream<String> texts(JsonNode node) {
    return node.isTextual()
        ? Stream.of(node.asText())
        : node.valueStream().flatMap(LeastPrivilegeTest::texts);
  }
}
