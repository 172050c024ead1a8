package org.regards.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notices that do not say in which character set they are can be read all the same. */
class CharsetGuessTest {
  @ParameterizedTest
  @CsvSource({
    "shift_jis, 宛先のメールアドレスが存在しません。ご確認ください。",
    "euc-jp, 宛先のメールアドレスが存在しません。ご確認ください。",
    "gb18030, 抱歉，您的邮件被退回。收件人邮箱地址不存在，邮件无法送达。",
    "euc-kr, 존재하지 않는 사용자입니다. 주소를 확인하십시오.",
    "koi8-r, 'Ваше письмо не доставлено: почтовый ящик переполнен.'",
    "windows-1251, 'Ваше письмо не доставлено: почтовый ящик переполнен.'",
    "windows-1252, 'Der Empfänger existiert nicht: vielleicht haben Sie sich vertippt – Größe.'",
    "windows-1252, 'La boîte aux lettres du destinataire est pleine. Réessayez après.'",
    "us-ascii, plain words"
  })
  void readsWhatPeopleWrite(String charset, String text) {
    byte[] bytes = ("<ruth@mail.example>: " + text).getBytes(Charset.forName(charset));
    assertThat(CharsetGuess.read(bytes)).endsWith(text);
  }
}
