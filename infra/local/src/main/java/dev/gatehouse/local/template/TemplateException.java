package dev.gatehouse.local.template;

/** A template that cannot be run locally: says where, why, and what would be right. */
public final class TemplateException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public TemplateException(String where, String reason) {
    super("template.yaml, " + where + ": " + reason);
  }
}
