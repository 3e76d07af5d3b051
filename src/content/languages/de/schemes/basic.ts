/** Was der Playground über Basic sagt, auf Deutsch. */

export default {
  scheme:
    'Das Passwort selbst wird gesendet, in Base64 verkleidet. Wer die Anfrage liest, liest auch das Passwort; deshalb nur über TLS.',
  'param.realm': 'Der Schutzbereich: Eine Anmeldung gilt für alles auf diesem Server, was denselben Namen trägt.',
  'param.charset':
    'Der Server liest Benutzer und Passwort als UTF-8. Ein Hinweis für Clients; einen anderen Wert gibt es nicht.',
  token68:
    'Benutzer und Passwort, getrennt durch einen Doppelpunkt, in Base64. Das ist eine Schreibweise, keine Verschlüsselung.',
  'decoded.user': 'Benutzer',
  'decoded.password': 'Passwort',
  'check.base64': 'Ist es Base64?',
  'pass.base64': 'die Zugangsdaten lassen sich dekodieren',
  'fail.base64': 'die Zugangsdaten sind kein Base64',
  'check.colon': 'Benutzer und Passwort, mit Doppelpunkt dazwischen?',
  'pass.colon': 'ein Doppelpunkt trennt Benutzer und Passwort',
  'fail.colon': 'kein Doppelpunkt, also kein Passwort',
  'check.control': 'Frei von Steuerzeichen?',
  'pass.control': 'keine Steuerzeichen',
  'fail.control': 'Oktett {octet} ist ein Steuerzeichen; „echo | base64“ hängt einen Zeilenvorschub an',
  'check.user': 'Kenne ich diesen Benutzer?',
  'pass.user': '{user} ist bekannt',
  'fail.user': 'hier heißt niemand „{user}“',
  'check.charset': 'In UTF-8 geschrieben?',
  'pass.charset': 'die Oktette sind UTF-8',
  'fail.charset': 'das richtige Passwort von {user}, aber in ISO-8859-1',
  'check.password': 'Stimmt das Passwort?',
  'pass.password': 'das Passwort von {user} stimmt',
  'fail.password': 'nicht das Passwort von {user}',
  'check.ageless': 'Noch frisch?',
  'moot.ageless': 'bei Basic altert nichts: Eine abgefangene Anfrage gilt, bis das Passwort geändert wird',
  'unsendable.user-colon':
    'Ein Benutzername mit Doppelpunkt lässt sich nicht senden: Wer ihn liest, würde ihn dort abschneiden.',
  'unsendable.control': 'Steuerzeichen lassen sich nicht senden, weder im Benutzernamen noch im Passwort.',
}
