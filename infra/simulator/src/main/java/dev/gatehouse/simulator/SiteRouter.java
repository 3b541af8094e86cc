package dev.gatehouse.simulator;

import dev.gatehouse.simulator.control.ControlApi;
import dev.gatehouse.simulator.http.Reply;
import dev.gatehouse.simulator.http.Request;
import dev.gatehouse.simulator.http.Site;
import dev.gatehouse.simulator.json.Snowflake;
import dev.gatehouse.simulator.page.PageSite;
import dev.gatehouse.simulator.rest.RestApi;
import dev.gatehouse.simulator.state.StoredFile;
import dev.gatehouse.simulator.state.World;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends each request to the part that it is for. */
final class SiteRouter implements Site {
  private static final Pattern API = Pattern.compile("/api(?:/v(\\d+))?(/.*)");
  private static final Pattern ATTACHMENT = Pattern.compile("/attachments/\\d+/(\\d+)/.*");

  private final World world;
  private final RestApi rest;
  private final ControlApi control;
  private final PageSite page;

  SiteRouter(World world, RestApi rest, ControlApi control, PageSite page) {
    this.world = world;
    this.rest = rest;
    this.control = control;
    this.page = page;
  }

  @Override
  public Reply answer(Request request) {
    Matcher api = API.matcher(request.path());
    if (api.matches()) {
      return rest.answer(request.withPath(api.group(2)));
    } else if (request.path().startsWith("/control/")) {
      return control.answer(request);
    }
    return attachment(request)
        .or(() -> page.answer(request))
        .orElseGet(() -> Reply.text(404, "404: there is nothing at " + request.path() + "\n"));
  }

  private Optional<Reply> attachment(Request request) {
    Matcher matcher = ATTACHMENT.matcher(request.path());
    return matcher.matches()
        ? Snowflake.parse(matcher.group(1)).flatMap(this::file)
        : Optional.empty();
  }

  /** A file somebody uploaded must not act as a page of ours. */
  private Optional<Reply> file(long id) {
    Optional<StoredFile> file = world.with(() -> world.messages().file(id));
    return file.map(found ->
        Reply.bytes(200, found.attachment().contentType(), found.bytes())
            .with("X-Content-Type-Options", "nosniff")
            .with("Content-Security-Policy", "sandbox; default-src 'none'"));
  }
}
