/** Company certificate authorities, client identities, and the SSL contexts made of them. */
@NullMarked
package dev.codexrunner.tls;

import org.jspecify.annotations.NullMarked;
