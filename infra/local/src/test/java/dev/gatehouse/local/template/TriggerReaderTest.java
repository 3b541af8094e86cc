package dev.gatehouse.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each property of a trigger is honoured, or refused by its name. */
final class TriggerReaderTest {
  private static final Endpoints ENDPOINTS =
      new Endpoints(URI.create("http://sqs:1"), URI.create("http://dynamodb:2"));
  private static final String STREAM = "Stream: s, StartingPosition: TRIM_HORIZON";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SQS        | Queue: !GetAtt Q.Arn, Enabled: false",
        "SQS        | Queue: !GetAtt Q.Arn, Enabled: !Ref Listening",
        "DynamoDB   | Stream: s, StartingPosition: LATEST, Enabled: false",
        "Schedule   | Schedule: rate(1 hour), Enabled: false",
        "Schedule   | Schedule: rate(1 hour), State: DISABLED",
        "ScheduleV2 | ScheduleExpression: rate(1 hour), State: DISABLED"
      })
  void whatIsTurnedOffTriggersNothing(String type, String properties) {
    assertThat(triggers(type, properties)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SQS        | Queue: !GetAtt Q.Arn, Enabled: true",
        "SQS        | Queue: !GetAtt Q.Arn, Enabled: !Ref AWS::NoValue",
        "DynamoDB   | Stream: s, StartingPosition: LATEST, Enabled: true",
        "Schedule   | Schedule: rate(1 hour), Enabled: true",
        "Schedule   | Schedule: rate(1 hour), State: ENABLED",
        "ScheduleV2 | ScheduleExpression: rate(1 hour), State: ENABLED",
        "HttpApi    | ApiId: x, Method: get, Path: /, PayloadFormatVersion: '2.0'"
      })
  void whatIsTurnedOnTriggers(String type, String properties) {
    assertThat(triggers(type, properties).size()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SQS | Queue: q, Enabled: maybe | Enabled | must be true or false, was 'maybe'",
        "Schedule | Schedule: rate(1 hour), State: OFF | State | must be ENABLED or DISABLED",
        "HttpApi | Method: GET, Path: /, PayloadFormatVersion: '1.0' | PayloadFormatVersion | 2.0",
        "SQS | BatchSize: 1 | Queue | is missing",
        "DynamoDB | Stream: s | StartingPosition | is missing",
        "Schedule | Name: n | Schedule | is missing"
      })
  void aWrongValueIsNamed(String type, String properties, String property, String reason) {
    assertRefused(type, properties, property, reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BisectBatchOnFunctionError: true",
        "DestinationConfig: {OnFailure: {Destination: d}}",
        "FilterCriteria: {Filters: []}",
        "MaximumBatchingWindowInSeconds: 5",
        "MaximumRecordAgeInSeconds: 60",
        "ParallelizationFactor: 2",
        "TumblingWindowInSeconds: 5",
        "Misspelt: 1"
      })
  void whatAStreamDoesNotHonourIsNamed(String property) {
    assertUnknown("DynamoDB", STREAM, property);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FilterCriteria: {Filters: []}",
        "MaximumBatchingWindowInSeconds: 5",
        "ProvisionedPollerConfig: {MinimumPollers: 2}",
        "State: DISABLED"
      })
  void whatAQueueDoesNotHonourIsNamed(String property) {
    assertUnknown("SQS", "Queue: q", property);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DeadLetterConfig: {Arn: a}", "RetryPolicy: {MaximumRetryAttempts: 1}"})
  void whatAScheduleDoesNotHonourIsNamed(String property) {
    assertUnknown("Schedule", "Schedule: rate(1 hour)", property);
    assertUnknown("ScheduleV2", "ScheduleExpression: rate(1 hour)", property);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ScheduleExpressionTimezone: Europe/Vienna", "StartDate: x", "EndDate: x"})
  void whatANewScheduleDoesNotHonourIsNamed(String property) {
    assertUnknown("ScheduleV2", "ScheduleExpression: rate(1 hour)", property);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Auth: {Authorizer: NONE}", "RouteSettings: {ThrottlingRateLimit: 1}"})
  void whatARouteDoesNotHonourIsNamed(String property) {
    assertUnknown("HttpApi", "Method: GET, Path: /", property);
  }

  private static void assertUnknown(String type, String properties, String property) {
    String name = property.substring(0, property.indexOf(':'));
    assertRefused(type, properties + ", " + property, name, "is not known to the local stack");
  }

  private static void assertRefused(
      String type, String properties, String property, String reason) {
    TemplateException error =
        assertThatExceptionOfType(TemplateException.class)
            .isThrownBy(() -> triggers(type, properties))
            .actual();

    String message = String.valueOf(error.getMessage());
    assertThat(message).contains("F.Event." + property);
    assertThat(message).contains(reason);
  }

  private static List<Trigger> triggers(String type, String properties) {
    String yaml =
        """
        Parameters:
          Listening: { Type: String, Default: 'false' }
        Resources:
          Q: { Type: AWS::SQS::Queue }
          F:
            Type: AWS::Serverless::Function
            Properties:
              Handler: h
              Events:
                Event: { Type: %s, Properties: { %s } }
        """
            .formatted(type, properties);
    return ResolvedTemplate.of(Template.parse(yaml), Map.of(), ENDPOINTS)
        .functions()
        .getFirst()
        .triggers();
  }
}
