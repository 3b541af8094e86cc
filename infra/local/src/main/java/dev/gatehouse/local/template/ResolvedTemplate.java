package dev.gatehouse.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the template asks for, each name and reference resolved against this machine. */
public final class ResolvedTemplate {
  private final Template template;
  private final Intrinsics intrinsics;
  private final LocalReferences references;

  private ResolvedTemplate(Template template, Map<String, String> parameters, Endpoints endpoints) {
    this.template = template;
    this.references = new LocalReferences(template, parameters, endpoints);
    this.intrinsics = new Intrinsics(template, new TemplateNames(template, parameters, references));
  }

  /**
   * @param parameters values by parameter name; what is absent takes its default
   * @throws TemplateException later, where a parameter without a default is needed
   */
  public static ResolvedTemplate of(
      Template template, Map<String, String> parameters, Endpoints endpoints) {
    return new ResolvedTemplate(template, Map.copyOf(parameters), endpoints);
  }

  /** The queues, dead-letter queues included. */
  public List<QueueSpec> queues() {
    return wanted("AWS::SQS::Queue").stream().map(this::queue).toList();
  }

  /** The tables. */
  public List<TableSpec> tables() {
    return wanted("AWS::DynamoDB::Table").stream().map(this::table).toList();
  }

  /** The functions, with what triggers each. */
  public List<FunctionSpec> functions() {
    return wanted("AWS::Serverless::Function").stream().map(this::function).toList();
  }

  /** The plain text of each secret by its ARN; a blank one is left out. */
  public Map<String, String> secrets() {
    return wanted("AWS::SecretsManager::Secret").stream()
        .map(
            r -> Map.entry(references.ref(r), intrinsics.text(r.properties().path("SecretString"))))
        .filter(e -> !e.getValue().isBlank())
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The names of the buckets. */
  public List<String> buckets() {
    return wanted("AWS::S3::Bucket").stream().map(references::ref).toList();
  }

  /** The queue of this logical id. */
  public QueueSpec queue(String id) {
    return queue(resource(id, "AWS::SQS::Queue"));
  }

  /** The table of this logical id. */
  public TableSpec table(String id) {
    return table(resource(id, "AWS::DynamoDB::Table"));
  }

  /**
   * An output's value.
   *
   * @throws TemplateException when there is none of that name
   */
  public String output(String name) {
    JsonNode value = template.output(name);
    if (value.isMissingNode()) {
      throw new TemplateException("Outputs." + name, "is missing");
    }
    return intrinsics.text(value);
  }

  private Resource resource(String id, String type) {
    return Optional.ofNullable(template.resources().get(id))
        .filter(r -> r.is(type))
        .orElseThrow(() -> new TemplateException(id, "is not there as " + type));
  }

  private List<Resource> wanted(String type) {
    return template.ofType(type).stream()
        .filter(r -> intrinsics.holds(template.conditionOf(r)))
        .toList();
  }

  private QueueSpec queue(Resource resource) {
    return QueueReader.read(resource, resolved(resource), references);
  }

  private TableSpec table(Resource resource) {
    return TableReader.read(resource, resolved(resource), references);
  }

  private FunctionSpec function(Resource resource) {
    return new FunctionReader(resource.id(), resource.properties(), intrinsics).read();
  }

  private JsonNode resolved(Resource resource) {
    return intrinsics.resolve(resource.properties());
  }
}
