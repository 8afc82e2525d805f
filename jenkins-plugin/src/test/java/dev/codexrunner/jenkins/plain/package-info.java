/** Tests with libraries that only pom.plain.xml has. */
@NullMarked
package dev.codexrunner.jenkins.plain;

import org.jspecify.annotations.NullMarked;
