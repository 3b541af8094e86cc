package dev.gatehouse.local.cloud;

import dev.gatehouse.local.edge.Route;
import dev.gatehouse.local.host.HostedFunction;
import dev.gatehouse.local.queue.QueuePoller;
import dev.gatehouse.local.schedule.Scheduler;
import dev.gatehouse.local.stream.StreamPoller;
import dev.gatehouse.local.template.QueueSpec;
import dev.gatehouse.local.template.ResolvedTemplate;
import dev.gatehouse.local.template.TableSpec;
import dev.gatehouse.local.template.TemplateException;
import dev.gatehouse.local.template.Trigger;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Connects each function with what triggers it. */
final class Triggers {
  private final Emulators emulators;
  private final ResolvedTemplate blueprint;
  private final InstantSource clock;
  private final CloseStack closing;

  Triggers(
      Emulators emulators, ResolvedTemplate blueprint, InstantSource clock, CloseStack closing) {
    this.emulators = emulators;
    this.blueprint = blueprint;
    this.clock = clock;
    this.closing = closing;
  }

  /** Starts what polls or waits, and returns the routes, which the API serves. */
  List<Route> connect(List<HostedFunction> functions) {
    List<Route> routes = new ArrayList<>();
    for (HostedFunction function : functions) {
      for (Trigger trigger : function.spec().triggers()) {
        connect(function, trigger, routes);
      }
    }
    return routes;
  }

  private void connect(HostedFunction function, Trigger trigger, List<Route> routes) {
    switch (trigger) {
      case Trigger.HttpRoute route -> routes.add(new Route(route, function));
      case Trigger.QueueMapping mapping -> closing.add(poll(function, mapping));
      case Trigger.StreamMapping mapping -> closing.add(read(function, mapping));
      case Trigger.Schedule schedule -> closing.add(Scheduler.start(schedule, function, clock));
    }
  }

  private QueuePoller poll(HostedFunction function, Trigger.QueueMapping mapping) {
    QueueSpec queue =
        blueprint.queues().stream()
            .filter(q -> q.arn().equals(mapping.queueArn()))
            .findFirst()
            .orElseThrow(() -> unknown(function, mapping.queueArn()));
    return QueuePoller.start(emulators.clients().sqs(), queue, mapping, function);
  }

  private StreamPoller read(HostedFunction function, Trigger.StreamMapping mapping) {
    TableSpec table =
        blueprint.tables().stream()
            .filter(t -> t.streamArn().equals(mapping.streamArn()))
            .findFirst()
            .orElseThrow(() -> unknown(function, mapping.streamArn()));
    return StreamPoller.start(emulators.clients().streams(), table.name(), mapping, function);
  }

  private static TemplateException unknown(HostedFunction function, String arn) {
    return new TemplateException(
        function.spec().id() + ".Events", "nothing here has the ARN " + arn);
  }
}
