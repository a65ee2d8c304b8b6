package org.firebreak.scene.geometry;

/**
 * A width and a height.
 *
 * @param width px
 * @param height px
 */
public record Size(int width, int height) {

  /** The smallest size that holds both. */
  public Size max(Size other) {
    return new Size(Math.max(width, other.width), Math.max(height, other.height));
  }
}
