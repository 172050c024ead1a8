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
 * @param body as it is written, in pieces after one another: the last line end belongs to the
 *     boundary that follows
 */
record Entity(List<HeaderField> header, List<Piece> body) {
  private static final byte[] CRLF = {'\r', '\n'};
  private static final int HEADER = 256;

  /** Smaller pieces are copied into one. */
  private static final int LARGE = 16_384;

  /**
   * @param text with CRLF between its lines
   */
  static Entity text(String text, String type) {
    byte[] bytes = text.getBytes(UTF_8);
    TransferEncoding encoding = TransferEncoding.ofText(bytes);
    ByteArrayOutputStream body = new ByteArrayOutputStream(bytes.length + bytes.length / 2);
    encoding.write(bytes, body);
    body.writeBytes(CRLF);
    return new Entity(
        List.of(new HeaderField("Content-Type", type), encoded(encoding)),
        List.of(Piece.of(body.toByteArray())));
  }

  static Entity attached(MailAttachment attachment) {
    FileNameField names = new FileNameField(attachment.name());
    return new Entity(
        List.of(
            new HeaderField("Content-Type", names.type(attachment.mediaType())),
            new HeaderField("Content-Disposition", names.disposition()),
            encoded(TransferEncoding.BASE64)),
        List.of(attachment.content()));
  }

  private static HeaderField encoded(TransferEncoding encoding) {
    return new HeaderField("Content-Transfer-Encoding", encoding.word());
  }

  /**
   * Parts after one another.
   *
   * @param kind for example {@code alternative}
   * @param boundary a line of quoted-printable never holds {@code =_}, and one of base64 no {@code
   *     _}; what else stands in a boundary nobody knows who writes a text that is sent as it is
   */
  static Entity multipart(String kind, String boundary, List<Entity> parts) {
    List<Piece> pieces = new ArrayList<>();
    ByteArrayOutputStream piece = new ByteArrayOutputStream(length(parts));
    for (Entity part : parts) {
      piece.writeBytes(("--" + boundary + "\r\n").getBytes(US_ASCII));
      HeaderField.write(part.header, piece);
      for (Piece body : part.body) {
        if (body.length() < LARGE) {
          piece.writeBytes(body.bytes());
        } else {
          pieces.add(Piece.of(piece.toByteArray()));
          pieces.add(body);
          piece.reset();
        }
      }
    }
    piece.writeBytes(("--" + boundary + "--\r\n").getBytes(US_ASCII));
    pieces.add(Piece.of(piece.toByteArray()));
    String type = "multipart/%s; boundary=\"%s\"".formatted(kind, boundary);
    return new Entity(List.of(new HeaderField("Content-Type", type)), pieces);
  }

  private static int length(List<Entity> parts) {
    return parts.stream()
        .flatMap(part -> part.body.stream())
        .mapToInt(body -> body.length() < LARGE ? body.length() + HEADER : HEADER)
        .sum();
  }
}
