package dev.codexrunner.credential.vault;

import dev.codexrunner.transport.Pause;
import dev.codexrunner.transport.ProxySettings;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.random.RandomGenerator;

/**
 * What a connection needs from the outside.
 *
 * @param http the one client of this process, with our SSLContext and proxy; redirects not followed
 * @param proxies the proxy settings that the client was made with
 * @param clock tells the time left
 * @param pause waits between two attempts
 * @param random spreads the attempts of many runners
 */
public record VaultWire(HttpClient http, ProxySettings proxies, Clock clock, Pause pause, RandomGenerator random) {}
