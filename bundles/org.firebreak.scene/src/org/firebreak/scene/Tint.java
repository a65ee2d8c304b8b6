package org.firebreak.scene;

/** How an {@link Overlay} draws something. */
public sealed interface Tint permits LineTint, BoxTint {}
