package io.aquatope.report;

/** A paragraph of plain text. */
public record Text(String text) implements Block {}
