/** Tests of the package request. */
@NullMarked
package dev.codexrunner.jenkins.request;

import org.jspecify.annotations.NullMarked;
