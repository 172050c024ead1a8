package org.regards.mail;

import org.jspecify.annotations.Nullable;

/** A parcel for somebody who waits for what becomes of it. */
final class OneParcel implements Parcel {
  private final Mail mail;
  private final String keptName;
  private final Runnable beforeDot;
  private @Nullable PostResult result;
  private @Nullable RuntimeException keptBack;

  OneParcel(Mail mail, String keptName, Runnable beforeDot) {
    this.mail = mail;
    this.keptName = keptName;
    this.beforeDot = beforeDot;
  }

  @Override
  public Mail mail() {
    return mail;
  }

  @Override
  public String keptName() {
    return keptName;
  }

  @Override
  public void beforeDot() {
    beforeDot.run();
  }

  @Override
  public void settled(PostResult became) {
    result = became;
  }

  @Override
  public void keptBack(RuntimeException why) {
    keptBack = why;
  }

  /** What became of it, or the exception that kept it back. */
  PostResult result() {
    if (keptBack != null) {
      throw keptBack;
    }
    if (result == null) {
      throw new IllegalStateException("nobody said what became of " + mail);
    }
    return result;
  }
}
