/** Wörter des Bereichs „Anfrage“. */

export default {
  title: 'Anfrage',
  views: 'Wie du die Anfrage schreibst',
  raw: 'Roh',
  form: 'Formular',
  curl: 'curl',
  fetch: 'fetch',

  method: 'Methode',
  address: 'Methode und Adresse',
  url: 'URL',
  send: 'Senden',

  'url.host-missing':
    'In der Anfrage fehlt die Zeile `Host`, deshalb ist das nur ein Pfad. Gib eine ganze Adresse ein, dann kommt die Zeile dazu.',
  'url.host-repeated':
    'In der Anfrage steht mehr als eine Zeile `Host`. An wen sie geht, weiß so niemand. Lass nur eine stehen.',
  'url.empty': 'Gib eine Adresse ein, etwa `https://{host}/`. Die Anfrage ist geblieben, wie sie war.',
  'url.unfinished':
    'Eine Adresse beginnt etwa so: `https://{host}/`. Bis das eine ist, bleibt die Anfrage, wie sie war.',
  'url.scheme': 'Die simulierten Hosts antworten auf `https`, nicht auf `{scheme}`. Ändere den Anfang zu `https://`.',
  'url.userinfo':
    'Benutzer und Passwort haben in der Adresse einer Anfrage nichts zu suchen. Nimm heraus, was vor dem `@` steht, und sende stattdessen eine Zeile `Authorization`.',
  'url.host':
    'Im Namen des Hosts steht ein Zeichen, das dort nicht vorkommen kann. Berichtige es, dann folgt die Anfrage.',
  'url.fragment': 'Was hinter dem `#` steht, bleibt im Browser: Es wird nie gesendet.',

  'unknown-host': '`{host}` wird hier nicht simuliert, deshalb wurde nichts gesendet. Simulierte Hosts:',
  'use-host': 'Stattdessen {host} fragen',

  editor: 'Editor',
  plain: 'Textfeld',
  rich: 'Großer Editor',
  loading: 'Der große Editor wird geladen …',
  'rich-failed': 'Der große Editor ließ sich nicht laden. Das Textfeld kann alles, worauf es ankommt.',
  retry: 'Noch einmal versuchen',
  'copy-raw': 'Anfrage kopieren',
  placeholder: 'GET / HTTP/1.1',

  converted: 'Das war ein curl-Befehl; jetzt ist es eine Anfrage.',
  unread: 'Nicht verstanden:',
  undo: 'Rückgängig',
  'curl.not-loaded':
    'Das ist ein curl-Befehl, aber was solche Befehle liest, ließ sich nicht laden. Er wurde eingefügt, wie er ist.',
  'curl.not-curl': 'Das sah nach einem curl-Befehl aus, ist aber keiner. Es wurde eingefügt, wie es ist.',
  'curl.quote-open':
    'In diesem curl-Befehl wird ein Anführungszeichen nie geschlossen. Er wurde eingefügt, wie er ist.',
  'curl.value-missing': 'In diesem curl-Befehl fehlt einer Option ihr Wert. Er wurde eingefügt, wie er ist.',
  'curl.url-missing': 'Dieser curl-Befehl nennt keine URL. Er wurde eingefügt, wie er ist.',
  'curl.url-invalid': 'Dieser curl-Befehl nennt eine URL ohne gültigen Host. Er wurde eingefügt, wie er ist.',
  'curl.url-scheme':
    'Dieser curl-Befehl nennt eine URL, die weder `https` noch `http` ist. Er wurde eingefügt, wie er ist.',

  faults: 'Was nicht wohlgeformt ist',
  line: 'Zeile {line}',
  'go-to-line': 'Zu Zeile {line}',
  more: 'Und {count} weitere.',
  'fault.start-line-missing': 'Die Anfrage ist leer. Sie beginnt mit einer Zeile wie `GET / HTTP/1.1`.',
  'fault.method-not-token': 'Eine Anfrage beginnt mit ihrer Methode, einem Wort wie `GET`.',
  'fault.target-missing': 'Hinter der Methode steht, was verlangt wird: ein Pfad wie `/files/report`.',
  'fault.target-has-whitespace': 'Ein Leerzeichen vor dem Pfad, eines dahinter und keines darin.',
  'fault.version-invalid': 'Die erste Zeile endet mit der Version: `HTTP/1.1`.',
  'fault.status-invalid': 'Ein Status besteht aus drei Ziffern.',
  'fault.field-colon-missing': 'Hier fehlt ein Doppelpunkt. Eine Header-Zeile sieht so aus: `Name: value`.',
  'fault.field-name-not-token':
    '`{text}` kann kein Header heißen: Erlaubt sind Buchstaben, Ziffern und Bindestriche, keine Leerzeichen.',
  'fault.field-name-space':
    'Eine Header-Zeile beginnt mit ihrem Namen, und der Doppelpunkt folgt direkt: Nimm das Leerzeichen heraus.',
  'fault.field-value-control': 'Hier steht ein unsichtbares Steuerzeichen. Lösch es.',
  'fault.obs-fold': 'Diese Zeile setzt die vorige fort. Das ist nicht mehr erlaubt: Mach eine aus beiden.',
  'fault.line-bare-cr': 'Hier steht ein einzelner Wagenrücklauf, gezeigt als `↵`. Lösch ihn.',
  'fault.scheme-not-token': '`{text}` kann kein Schema heißen. Der Name ist ein einziges Wort, wie `Bearer`.',
  'fault.scheme-missing': 'Das Schema fehlt. Sein Name steht vorn, wie `Bearer`.',
  'fault.scheme-space-missing': 'Hinter das Schema gehört ein Leerzeichen.',
  'fault.param-name-not-token': '`{text}` kann kein Parameter heißen: Vor dem Gleichheitszeichen steht ein Wort.',
  'fault.param-value-missing': 'Hinter dem Gleichheitszeichen fehlt ein Wert.',
  'fault.param-value-not-token': '`{text}` braucht Anführungszeichen: "…".',
  'fault.param-comma-missing': 'Zwischen zwei Parameter gehört ein Komma.',
  'fault.param-semicolon': 'Parameter trennt man mit Kommas, nicht mit Semikolons.',
  'fault.param-duplicate': 'Dieser Parameter steht zweimal da. Lass einen stehen.',
  'fault.param-quotes-single': 'Einfache Anführungszeichen gelten hier nicht. Nimm doppelte: "…".',
  'fault.quoted-string-unterminated': 'Das schließende Anführungszeichen fehlt.',
  'fault.quoted-string-control': 'Zwischen den Anführungszeichen steht ein unsichtbares Steuerzeichen. Lösch es.',
  'fault.token68-and-params': 'Hinter einem Schema stehen Parameter oder ein einzelnes Token, nicht beides.',
  'fault.token68-malformed':
    '`{text}` ist kein Token: Erlaubt sind Buchstaben, Ziffern und `-._~+/`, Gleichheitszeichen nur am Ende.',
  'fault.element-unreadable': 'Was `{text}` hier sein soll, lässt sich nicht sagen.',

  'view-failed':
    'Diese Ansicht ließ sich nicht laden. „Roh“ ist da; lade die Seite neu, um es noch einmal zu versuchen.',

  'fix-remove': 'Herausnehmen',
  'fix-insert': '„{text}“ einfügen',
  'fix-replace': 'Zu „{text}“ ändern',
  'decoded-secret': '••••••',
}
