/** Where the credentials come from that requests to AWS are signed with, on the JDK alone. */
@NullMarked
package dev.gatehouse.cloud.credentials;

import org.jspecify.annotations.NullMarked;
