package org.regards.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Properties;
import org.regards.letter.Letter;
import org.regards.letter.LetterText;

/**
 * Sends as programs with Jakarta Mail usually do, over one connection that stays open and without
 * TLS: what our own sending is measured beside. No letter goes this way. For one thread.
 */
public final class PlainJakartaMail implements AutoCloseable {
  private final Session session;
  private final Transport transport;

  /**
   * Connects.
   *
   * @throws IllegalStateException when the server cannot be spoken to, now or later
   */
  public PlainJakartaMail(String host, int port) {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.localhost", "localhost");
    properties.setProperty("mail.smtp.quitwait", "false");
    session = Session.getInstance(properties);
    try {
      transport = session.getTransport("smtp");
      transport.connect(host, port, null, null);
    } catch (MessagingException failure) {
      throw failed(failure);
    }
  }

  /** The words of a letter, ready to be sent. */
  public record Draft(String from, String to, String subject, String text, String html) {
    /** Of the same letter that we send. */
    public static Draft of(Letter letter, String to) {
      return new Draft(
          letter.head().signatory().email(),
          to,
          letter.subjectText(),
          LetterText.of(letter),
          HtmlFace.of(letter));
    }
  }

  /** Builds a message with a plain and an HTML face and sends it. */
  public void send(Draft draft) {
    try {
      MimeMessage message = new MimeMessage(session);
      message.setFrom(new InternetAddress(draft.from()));
      InternetAddress recipient = new InternetAddress(draft.to());
      message.setRecipient(Message.RecipientType.TO, recipient);
      message.setSubject(draft.subject(), UTF_8.name());
      MimeBodyPart plain = new MimeBodyPart();
      plain.setText(draft.text(), UTF_8.name());
      MimeBodyPart rich = new MimeBodyPart();
      rich.setText(draft.html(), UTF_8.name(), "html");
      message.setContent(new MimeMultipart("alternative", plain, rich));
      message.saveChanges();
      transport.sendMessage(message, new InternetAddress[] {recipient});
    } catch (MessagingException failure) {
      throw failed(failure);
    }
  }

  private static IllegalStateException failed(MessagingException failure) {
    return new IllegalStateException("the server of the measurement does not take mail", failure);
  }

  @Override
  public void close() {
    try {
      transport.close();
    } catch (MessagingException alreadyGone) {
      // which is what was wanted
    }
  }
}
