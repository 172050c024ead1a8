package org.regards.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a message, or all of its parts together: what RFC 2045 calls an entity.
 *
 * @param header the fields that say what the body is
 * @param body as it is written, without a line end after it
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record Entity(List<HeaderField> header, byte[] body) {
  private static final int HEADER = 256;

  /**
   * @param text with CRLF between its lines
   */
  static Entity text(String text, String type) {
    byte[] bytes = text.getBytes(UTF_8);
    TransferEncoding encoding = TransferEncoding.ofText(bytes);
    return encoded(bytes, encoding, List.of(new HeaderField("Content-Type", type)));
  }

  static Entity attached(MailAttachment attachment) {
    return encoded(
        attachment.bytes(),
        TransferEncoding.BASE64,
        List.of(
            new HeaderField("Content-Type", attachment.mediaType()),
            new HeaderField("Content-Disposition", "attachment")));
  }

  private static Entity encoded(byte[] content, TransferEncoding encoding, List<HeaderField> type) {
    List<HeaderField> header = new ArrayList<>(type);
    header.add(new HeaderField("Content-Transfer-Encoding", encoding.word()));
    ByteArrayOutputStream body = new ByteArrayOutputStream(content.length + content.length / 2);
    encoding.write(content, body);
    return new Entity(List.copyOf(header), body.toByteArray());
  }

  /**
   * Parts after one another.
   *
   * @param kind for example {@code alternative}
   * @param boundary no part may hold it: a line of quoted-printable never holds {@code =_}, and one
   *     of base64 no {@code _}
   */
  static Entity multipart(String kind, String boundary, List<Entity> parts) {
    int length = parts.stream().mapToInt(part -> part.body().length + HEADER).sum();
    ByteArrayOutputStream body = new ByteArrayOutputStream(length);
    for (Entity part : parts) {
      body.writeBytes(("--" + boundary + "\r\n").getBytes(US_ASCII));
      HeaderField.write(part.header(), body);
      body.writeBytes(part.body());
      body.writeBytes("\r\n".getBytes(US_ASCII));
    }
    body.writeBytes(("--" + boundary + "--\r\n").getBytes(US_ASCII));
    String type = "multipart/%s; boundary=\"%s\"".formatted(kind, boundary);
    return new Entity(List.of(new HeaderField("Content-Type", type)), body.toByteArray());
  }
}
