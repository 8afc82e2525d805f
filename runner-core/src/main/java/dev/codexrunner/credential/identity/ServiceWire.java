package dev.codexrunner.credential.identity;

import dev.codexrunner.transport.Pause;
import dev.codexrunner.transport.ProxySettings;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * What asking the service needs from the outside.
 *
 * @param http made by {@code HttpClients}, with the company's CA and proxy; follows no redirect
 * @param proxies what the client was made with
 * @param clock tells the time left, and the time that is signed
 * @param pause waits between two attempts
 * @param random spreads the attempts of many runners
 * @param deadline bound for each call to the service, its repetitions included
 */
public record ServiceWire(
        HttpClient http, ProxySettings proxies, Clock clock, Pause pause, RandomGenerator random, Duration deadline) {}
