package org.regards.pdf;

import java.util.List;
import org.regards.customer.PostalAddress;
import org.regards.playbook.Business;
import org.regards.postal.Paper;
import org.regards.postal.PostalForm;

/**
 * The sender's side of a page. Everything may be empty: then the page shows the signatory's name
 * and contact where the business would stand, and no return line.
 *
 * @param business the name the business goes by
 * @param address the sender's street, postal code and town, a line each
 * @param country ISO 3166-1 alpha-2, or empty; decides on form, envelope and folds where the paper
 *     does not
 */
public record Stationery(
    String business,
    List<String> address,
    String country,
    String phone,
    String email,
    String web,
    Paper paper,
    Look look,
    CardStock cards,
    CodesWanted codes) {
  public Stationery {
    business = business.strip();
    address = address.stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  /** On the paper that is usual in the sender's country, without pictures or codes. */
  public Stationery(
      String business,
      List<String> address,
      String country,
      String phone,
      String email,
      String web) {
    this(
        business,
        address,
        country,
        phone,
        email,
        web,
        Paper.usual(),
        Look.plain(),
        CardStock.usual(),
        CodesWanted.none());
  }

  /** The stationery of a business, its address set in lines as its own country does. */
  public static Stationery of(Business business) {
    PostalAddress address = business.address();
    return new Stationery(
        business.name(),
        PostalForm.of(address).lines("", "", address, false),
        address.country(),
        business.phone(),
        business.email(),
        business.web());
  }

  public static Stationery blank() {
    return new Stationery("", List.of(), "", "", "", "");
  }

  /** The same on other paper. */
  public Stationery with(Paper other) {
    return new Stationery(business, address, country, phone, email, web, other, look, cards, codes);
  }

  /** The same with another look. */
  public Stationery with(Look other) {
    return new Stationery(
        business, address, country, phone, email, web, paper, other, cards, codes);
  }

  /** The same with other cards. */
  public Stationery with(CardStock other) {
    return new Stationery(business, address, country, phone, email, web, paper, look, other, codes);
  }

  /** The same with other codes. */
  public Stationery with(CodesWanted wanted) {
    return new Stationery(
        business, address, country, phone, email, web, paper, look, cards, wanted);
  }

  boolean isBlank() {
    return business.isEmpty() && address.isEmpty();
  }
}
