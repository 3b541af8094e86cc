package dev.gatehouse.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IntrinsicsTest {
  private static final Endpoints ENDPOINTS =
      new Endpoints(URI.create("http://sqs:1"), URI.create("http://dynamodb:2"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plain | plain",
        "!Ref Color | red",
        "!Ref Q | http://sqs:1/000000000000/gatehouse-Q",
        "!GetAtt Q.Arn | arn:aws:sqs:us-east-1:000000000000:gatehouse-Q",
        "!GetAtt [Q, QueueName] | gatehouse-Q",
        "!Sub '${Color}-${AWS::Region}-${Q.QueueName}-${!Kept}' | red-us-east-1-gatehouse-Q-${Kept}",
        "!Sub ['${a}/${Color}', {a: !Ref Color}] | red/red",
        "!Join [':', [a, !Ref Color, c]] | a:red:c",
        "!Select [1, !Split [',', 'a,b,c']] | b",
        "!If [IsRed, yes-red, no-red] | yes-red",
        "!If [IsBlue, yes-blue, no-blue] | no-blue",
        "!If [Either, either, neither] | either",
        "!If [Both, both, not-both] | not-both",
      })
  void resolves(String written, String resolved) {
    assertThat(output(written)).isEqualTo(resolved);
  }

  @Test
  void noValueLeavesTheFieldOut() {
    String yaml =
        template("x")
            + "  F:\n    Type: AWS::Serverless::Function\n    Properties:\n"
            + "      Handler: h\n      Environment: { Variables: { A: !Ref AWS::NoValue, B: b } }\n";

    ResolvedTemplate blueprint = ResolvedTemplate.of(Template.parse(yaml), Map.of(), ENDPOINTS);

    assertThat(blueprint.functions().getFirst().environment()).isEqualTo(Map.of("B", "b"));
  }

  @ParameterizedTest
  @CsvSource({"!Ref Nowhere", "!GetAtt Q.Weight", "!ImportValue x", "!Ref AWS::Partly"})
  void refusesWhatItDoesNotKnow(String written) {
    assertThatThrownBy(() -> output(written)).isInstanceOf(TemplateException.class);
  }

  @Test
  void aSyntaxErrorNamesTheLine() {
    TemplateException error =
        assertThatExceptionOfType(TemplateException.class)
            .isThrownBy(() -> Template.parse("Resources:\n  a: [\n"))
            .actual();

    assertThat(String.valueOf(error.getMessage()).contains("line ")).isEqualTo(true);
  }

  private static String output(String written) {
    return ResolvedTemplate.of(Template.parse(template(written)), Map.of("Color", "red"), ENDPOINTS)
        .output("O");
  }

  private static String template(String output) {
    return """
    Parameters:
      Color: { Type: String, Default: green }
    Conditions:
      IsRed: !Equals [!Ref Color, red]
      IsBlue: !Equals [!Ref Color, blue]
      Either: !Or [!Condition IsRed, !Condition IsBlue]
      Both: !And [!Condition IsRed, !Not [!Condition IsRed]]
    Outputs:
      O: { Value: %s }
    Resources:
      Q: { Type: AWS::SQS::Queue }
    """
        .formatted(output);
  }
}
