package org.regards.template;

import org.regards.language.RegardsException;

/** A template that is not there, cannot be read, or is not one that a letter may be made from. */
public final class TemplateException extends RegardsException {
  TemplateException(String message) {
    super(message);
  }

  TemplateException(String message, Throwable cause) {
    super(message, cause);
  }
}
