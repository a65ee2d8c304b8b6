package org.firebreak.exports.stored;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.firebreak.exports.ExportException;

/** Ed25519 keys in PEM files (<a href="https://www.rfc-editor.org/rfc/rfc7468">RFC 7468</a>). */
public final class SigningKeys {
  private static final int LONGEST = 1 << 16;

  private SigningKeys() {}

  /**
   * Reads a private key (PKCS #8), as {@code openssl genpkey -algorithm ed25519} writes it.
   *
   * @throws ExportException if the file holds no such key; the message says how to get one
   */
  public static PrivateKey readPrivate(Path file) throws IOException {
    String text = text(file);
    String mend = "; make one with: openssl genpkey -algorithm ed25519 -out " + file;
    if (text.contains("-----BEGIN ENCRYPTED PRIVATE KEY-----")) {
      throw new ExportException(
          file + " is encrypted; decrypt it first, for instance with: openssl pkey -in " + file);
    }
    try {
      byte[] bytes = decoded(text, "PRIVATE KEY", file, mend);
      return factory().generatePrivate(new PKCS8EncodedKeySpec(bytes));
    } catch (InvalidKeySpecException e) {
      throw new ExportException(file + " is not a private Ed25519 key" + mend, e);
    }
  }

  /**
   * Reads a public key (X.509 SubjectPublicKeyInfo), as {@code openssl pkey -pubout} writes it.
   *
   * @throws ExportException if the file holds no such key; the message says how to get one
   */
  public static PublicKey readPublic(Path file) throws IOException {
    String mend = "; make one from the private key with: openssl pkey -in KEY.pem -pubout";
    try {
      byte[] bytes = decoded(text(file), "PUBLIC KEY", file, mend);
      return factory().generatePublic(new X509EncodedKeySpec(bytes));
    } catch (InvalidKeySpecException e) {
      throw new ExportException(file + " is not a public Ed25519 key" + mend, e);
    }
  }

  private static KeyFactory factory() {
    try {
      return KeyFactory.getInstance(BundleSignature.ALGORITHM);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has Ed25519", e);
    }
  }

  private static String text(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
    }
  }

  private static byte[] decoded(String text, String label, Path file, String mend)
      throws ExportException {
    String begin = "-----BEGIN " + label + "-----";
    int start = text.indexOf(begin);
    int end = text.indexOf("-----END " + label + "-----");
    if (start < 0 || end < start) {
      throw new ExportException(
          file + " holds no " + label.toLowerCase(java.util.Locale.ROOT) + " in PEM form" + mend);
    }
    try {
      return Base64.getMimeDecoder().decode(text.substring(start + begin.length(), end));
    } catch (IllegalArgumentException e) {
      throw new ExportException(file + " is damaged: it is not Base64" + mend, e);
    }
  }
}
