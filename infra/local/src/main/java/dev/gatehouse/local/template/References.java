package dev.gatehouse.local.template;

/** What {@code Ref} and {@code Fn::GetAtt} of a resource stand for on this machine. */
interface References {
  String ref(Resource resource);

  String attribute(Resource resource, String attribute);
}
