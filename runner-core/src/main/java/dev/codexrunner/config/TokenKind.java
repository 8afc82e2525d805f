package dev.codexrunner.config;

/** Which sort of credential the token is meant to be; an API key is billed to another account. */
public enum TokenKind {
    ACCESS_TOKEN,
    API_KEY
}
