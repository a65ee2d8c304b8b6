package org.firebreak.exports.azure;

/** Texts of ARM templates. */
final class AzureText {
  private AzureText() {}

  /** A text that ARM takes as it is: one that begins with a bracket would be an expression. */
  static String literal(String text) {
    return text.startsWith("[") ? "[" + text : text;
  }

  /** The expression for the id of an application security group of the same resource group. */
  static String resourceId(String name) {
    return "[resourceId('Microsoft.Network/applicationSecurityGroups', '" + name + "')]";
  }
}
