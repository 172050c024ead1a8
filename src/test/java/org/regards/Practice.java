package org.regards;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A practice that the articles ask for, and the test that says it holds. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Practice {
  /** From {@code P-01} on, in the order of the articles. */
  String id();

  /** The articles: {@code S0} to {@code S4}; {@code not} where one warns of it. */
  String seed();

  String idea();

  /** What of ours does it. */
  String feature();

  /** Where it lives. */
  Class<?>[] where();

  /** The commands by which people do it, for example {@code case close}. */
  String[] commands() default {};
}
