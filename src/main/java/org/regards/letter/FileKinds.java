package org.regards.letter;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What kinds of files there are by the ends of their names, and which of them no mail system lets
 * through.
 */
final class FileKinds {
  private static final Map<String, String> MEDIA_TYPES =
      Map.ofEntries(
          Map.entry("pdf", "application/pdf"),
          Map.entry("txt", "text/plain"),
          Map.entry("csv", "text/csv"),
          Map.entry("ics", "text/calendar"),
          Map.entry("rtf", "application/rtf"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("jpeg", "image/jpeg"),
          Map.entry("png", "image/png"),
          Map.entry("gif", "image/gif"),
          Map.entry("webp", "image/webp"),
          Map.entry("heic", "image/heic"),
          Map.entry("tif", "image/tiff"),
          Map.entry("tiff", "image/tiff"),
          Map.entry("mp3", "audio/mpeg"),
          Map.entry("mp4", "video/mp4"),
          Map.entry("zip", "application/zip"),
          Map.entry("odt", "application/vnd.oasis.opendocument.text"),
          Map.entry("ods", "application/vnd.oasis.opendocument.spreadsheet"),
          Map.entry("odp", "application/vnd.oasis.opendocument.presentation"),
          Map.entry("doc", "application/msword"),
          Map.entry("xls", "application/vnd.ms-excel"),
          Map.entry("ppt", "application/vnd.ms-powerpoint"),
          Map.entry(
              "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
          Map.entry("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
          Map.entry(
              "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"));

  private static final String ANY = "application/octet-stream";

  /**
   * What runs when it is opened, and documents with macros: those that Gmail and Outlook block, and
   * pages, which open in a browser as if they were ours.
   */
  private static final Set<String> PROGRAMS =
      Set.of(
          ("ade adp apk appx appxbundle bas bat cab chm cmd com cpl diagcab dll dmg docm dotm ex"
               + " ex_ exe gadget hlp hta htm html img inf ins iso isp jar jnlp js jse lib lnk mde"
               + " mht mhtml mjs msc msh msi msix msixbundle msp mst nsh pif potm ppam ppsm pptm"
               + " ps1 ps1xml ps2 psc1 py reg scf scr sct sh shb shs shtml svg sys url vb vbe vbs"
               + " vhd vhdx vxd wsc wsf wsh xhtml xlam xll xlsm xltm")
              .split(" "));

  private FileKinds() {}

  static String mediaType(String name) {
    return MEDIA_TYPES.getOrDefault(ending(name), ANY);
  }

  /** What is wrong with a file, for a sentence; empty when it is one that people send. */
  static Optional<String> problem(String name, byte[] bytes) {
    if (PROGRAMS.contains(ending(name))) {
      return Optional.of(
          "ends in .%s: mail systems take such files for an attack and refuse the whole letter; send a PDF or a picture of it"
              .formatted(ending(name)));
    }
    if (bytes.length == 0) {
      return Optional.of("is empty");
    }
    if (begins(bytes, 'M', 'Z') || begins(bytes, 0x7F, 'E', 'L', 'F') || begins(bytes, '#', '!')) {
      return Optional.of("is a program, whatever its name says; send a document or a picture");
    }
    return Optional.empty();
  }

  /** Windows leaves dots and spaces at the end of a name out. */
  private static String ending(String name) {
    String bare = name.replaceAll("[. ]+$", "");
    return bare.substring(bare.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static boolean begins(byte[] bytes, int... first) {
    for (int i = 0; i < first.length; i++) {
      if (i == bytes.length || bytes[i] != first[i]) {
        return false;
      }
    }
    return true;
  }
}
