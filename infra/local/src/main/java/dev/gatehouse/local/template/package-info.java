/** Reads {@code template.yaml}, the one truth about what triggers what, and resolves it locally. */
@NullMarked
package dev.gatehouse.local.template;

import org.jspecify.annotations.NullMarked;
