package org.regards.template;

import freemarker.core.ArithmeticEngine;
import freemarker.template.TemplateException;
import java.math.BigDecimal;

/**
 * Exact decimals, no larger and no finer than a letter could say: a number that a template squares
 * forty times would keep one multiplication busy for ever.
 */
final class LetterArithmetic extends ArithmeticEngine {
  private static final int MOST_DIGITS = 40;

  private static final ArithmeticEngine DECIMALS = BIGDECIMAL_ENGINE;

  @Override
  public int compareNumbers(Number first, Number second) throws TemplateException {
    return DECIMALS.compareNumbers(first, second);
  }

  @Override
  public Number add(Number first, Number second) throws TemplateException {
    return checked(DECIMALS.add(first, second));
  }

  @Override
  public Number subtract(Number first, Number second) throws TemplateException {
    return checked(DECIMALS.subtract(first, second));
  }

  @Override
  public Number multiply(Number first, Number second) throws TemplateException {
    return checked(DECIMALS.multiply(first, second));
  }

  @Override
  public Number divide(Number first, Number second) throws TemplateException {
    try {
      return checked(DECIMALS.divide(first, second));
    } catch (ArithmeticException byZero) {
      throw new TemplateException("a number is divided by zero", null);
    }
  }

  @Override
  public Number modulus(Number first, Number second) throws TemplateException {
    try {
      return checked(DECIMALS.modulus(first, second));
    } catch (ArithmeticException byZero) {
      throw new TemplateException("a number is divided by zero", null);
    }
  }

  @Override
  public Number toNumber(String text) {
    return DECIMALS.toNumber(text);
  }

  private static Number checked(Number result) throws TemplateException {
    if (result instanceof BigDecimal decimal
        && (decimal.precision() > MOST_DIGITS || Math.abs(decimal.scale()) > MOST_DIGITS)) {
      throw new TemplateException("a number has more than " + MOST_DIGITS + " digits", null);
    }
    return result;
  }
}
