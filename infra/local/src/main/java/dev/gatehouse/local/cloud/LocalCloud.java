package dev.gatehouse.local.cloud;

import dev.gatehouse.local.edge.ApiEdge;
import dev.gatehouse.local.host.HostedFunction;
import dev.gatehouse.local.template.Endpoints;
import dev.gatehouse.local.template.ResolvedTemplate;
import dev.gatehouse.local.template.Template;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * The cloud half of the template on loopback. Started in steps, since the functions' settings may
 * hang on what starts beside it: {@link #start} the emulators and bind the API, then {@link #run}
 * the functions.
 */
public final class LocalCloud implements AutoCloseable {
  private final Template template;
  private final InstantSource clock;
  private final Emulators emulators;
  private final ApiEdge edge;
  private final CloseStack closing = new CloseStack();

  private LocalCloud(Template template, InstantSource clock, Emulators emulators, ApiEdge edge) {
    this.template = template;
    this.clock = clock;
    this.emulators = emulators;
    this.edge = edge;
  }

  /** Starts the emulators and binds the API's port. */
  public static LocalCloud start(Template template, Ports ports, InstantSource clock)
      throws Exception {
    ApiEdge edge = ApiEdge.bind(ports.api());
    try {
      Emulators emulators = Emulators.start(ports.sqs(), ports.dynamoDb());
      return new LocalCloud(template, clock, emulators, edge);
    } catch (ExecutionException e) {
      edge.close();
      throw e;
    }
  }

  /** Where the API answers. */
  public URI api() {
    return edge.address();
  }

  /** Where the emulators answer. */
  public Endpoints endpoints() {
    return emulators.endpoints();
  }

  /** The template against these parameters. */
  public ResolvedTemplate blueprint(Map<String, String> parameters) {
    return ResolvedTemplate.of(template, parameters, endpoints());
  }

  /**
   * Creates queues and tables, makes each function's first handler, and starts what triggers them.
   *
   * @param parameters the template's
   * @param laptop what each function gets beside the template's variables
   */
  public void run(Map<String, String> parameters, Map<String, String> laptop, HealthReport health)
      throws Exception {
    ResolvedTemplate blueprint = blueprint(parameters);
    FunctionEnvironment environment = new FunctionEnvironment(blueprint, endpoints(), laptop);
    List<HostedFunction> functions =
        blueprint.functions().stream()
            .map(environment::complete)
            .map(spec -> closing.add(new HostedFunction(spec, clock)))
            .toList();
    prepare(blueprint, functions);
    Triggers triggers = new Triggers(emulators, blueprint, clock, closing);
    edge.serve(triggers.connect(functions), () -> health.of(functions), clock);
  }

  private void prepare(ResolvedTemplate blueprint, List<HostedFunction> functions)
      throws ExecutionException, InterruptedException {
    try (ParallelStart together = new ParallelStart()) {
      Future<?> provisioned = together.run(() -> emulators.provision(blueprint));
      for (Future<?> warm : functions.stream().map(f -> together.run(f::warm)).toList()) {
        warm.get();
      }
      provisioned.get();
    }
  }

  /** Stops in the order of the data's path: nothing new comes in, then what runs may end. */
  @Override
  public void close() throws Exception {
    edge.close();
    closing.close();
    emulators.close();
  }
}
