/** Stand-ins for AWS that the adapters are tested against. */
@NullMarked
package dev.gatehouse.cloud.sdk.emulator;

import org.jspecify.annotations.NullMarked;
