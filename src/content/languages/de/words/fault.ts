/** Wörter für die Stellen, an denen eine Nachricht die Grammatik verlässt, nach dem Code des Fehlers. */

export default {
  'start-line-missing': 'Die Anfrage ist leer. Sie beginnt mit einer Zeile wie `GET / HTTP/1.1`.',
  'method-not-token': 'Eine Anfrage beginnt mit ihrer Methode, einem Wort wie `GET`.',
  'target-missing': 'Hinter der Methode steht, was verlangt wird: ein Pfad wie `/files/report`.',
  'target-has-whitespace': 'Ein Leerzeichen vor dem Pfad, eines dahinter und keines darin.',
  'version-invalid': 'Die erste Zeile endet mit der Version: `HTTP/1.1`.',
  'status-invalid': 'Ein Status besteht aus drei Ziffern.',
  'field-colon-missing': 'Hier fehlt ein Doppelpunkt. Eine Header-Zeile sieht so aus: `Name: value`.',
  'field-name-not-token':
    '`{text}` kann kein Header heißen: Erlaubt sind Buchstaben, Ziffern und Bindestriche, keine Leerzeichen.',
  'field-name-space':
    'Eine Header-Zeile beginnt mit ihrem Namen, und der Doppelpunkt folgt direkt: Nimm das Leerzeichen heraus.',
  'field-value-control': 'Hier steht ein unsichtbares Steuerzeichen. Lösch es.',
  'obs-fold': 'Diese Zeile setzt die vorige fort. Das ist nicht mehr erlaubt: Mach eine aus beiden.',
  'line-bare-cr': 'Hier steht ein einzelner Wagenrücklauf, gezeigt als `↵`. Lösch ihn.',
  'scheme-not-token': '`{text}` kann kein Schema heißen. Der Name ist ein einziges Wort, wie `Bearer`.',
  'scheme-missing': 'Das Schema fehlt. Sein Name steht vorn, wie `Bearer`.',
  'scheme-space-missing': 'Hinter das Schema gehört ein Leerzeichen.',
  'param-name-not-token': '`{text}` kann kein Parameter heißen: Vor dem Gleichheitszeichen steht ein Wort.',
  'param-value-missing': 'Hinter dem Gleichheitszeichen fehlt ein Wert.',
  'param-value-not-token': '`{text}` braucht Anführungszeichen: "…".',
  'param-comma-missing': 'Zwischen zwei Parameter gehört ein Komma.',
  'param-semicolon': 'Parameter trennt man mit Kommas, nicht mit Semikolons.',
  'param-duplicate': 'Dieser Parameter steht zweimal da. Lass einen stehen.',
  'param-quotes-single': 'Einfache Anführungszeichen gelten hier nicht. Nimm doppelte: "…".',
  'quoted-string-unterminated': 'Das schließende Anführungszeichen fehlt.',
  'quoted-string-control': 'Zwischen den Anführungszeichen steht ein unsichtbares Steuerzeichen. Lösch es.',
  'token68-and-params': 'Hinter einem Schema stehen Parameter oder ein einzelnes Token, nicht beides.',
  'token68-malformed':
    '`{text}` ist kein Token: Erlaubt sind Buchstaben, Ziffern und `-._~+/`, Gleichheitszeichen nur am Ende.',
  'element-unreadable': 'Was `{text}` hier sein soll, lässt sich nicht sagen.',
}
