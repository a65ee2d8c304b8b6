package org.firebreak.exports.stored;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import org.firebreak.exports.ExportException;

/**
 * Ed25519 signatures as 64 bytes, the pure variant of <a
 * href="https://www.rfc-editor.org/rfc/rfc8032">RFC 8032</a>; the same key and bytes give the same
 * signature.
 */
public final class BundleSignature {
  static final String ALGORITHM = "Ed25519";

  private BundleSignature() {}

  /**
   * The detached signature over some bytes.
   *
   * @throws ExportException if the key is not one for Ed25519
   */
  public static byte[] of(byte[] content, PrivateKey key) throws ExportException {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(content);
      return signature.sign();
    } catch (InvalidKeyException e) {
      throw new ExportException("the key is not a private Ed25519 key; name another one", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has Ed25519", e);
    }
  }

  /**
   * Whether the owner of a key signed some bytes.
   *
   * @throws ExportException if the key is not one for Ed25519
   */
  public static boolean isValid(byte[] content, byte[] signed, PublicKey key)
      throws ExportException {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(key);
      signature.update(content);
      return signature.verify(signed);
    } catch (InvalidKeyException e) {
      throw new ExportException("the key is not a public Ed25519 key; name another one", e);
    } catch (SignatureException e) {
      return false; // not even in the form of a signature
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has Ed25519", e);
    }
  }
}
