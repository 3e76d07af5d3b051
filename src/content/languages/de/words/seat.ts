/** Wörter des Platzes am Server, an dem eine Policy entsteht. */

export default {
  lead: 'Setz dich an den Platz des Servers: So schützt er `{address}`. Ändere die Policy, wende sie an und sende noch einmal.',
  'lead-new': 'Unter `{address}` gibt es noch nichts. Wende eine Policy an, dann gibt es etwas.',
  label: 'Policy von {address} (JSON)',
  apply: 'Anwenden',
  back: 'Wieder wie am Anfang',
  restore: 'Meinen Text zurückholen',
  applied: 'Ab jetzt gilt diese Policy. Sende die Anfrage und sieh, was der Server antwortet.',
  backed: 'Der Server schützt die Ressource wieder wie am Anfang.',
  same: 'Diese Policy gilt bereits.',
  nowhere:
    'Die Anfrage sagt nicht, welche Ressource sie will. Gib ihr einen Pfad und genau einen `Host`, dann steht hier die Policy.',
  'unknown-host': '`{host}` wird nicht simuliert und hat deshalb keine Policy. Frag einen anderen Host.',
  'not-loaded': 'Dieser Teil der Welt ließ sich nicht laden. Prüf die Verbindung und sende die Anfrage noch einmal.',
  refused: 'Noch nicht angewendet. Auf dem Server gilt die bisherige Policy, und dein Text bleibt stehen.',
  'refused-link': 'Eine Policy in diesem Link ist ungültig und wurde ausgelassen.',
  where: 'Zeile {line}, Spalte {column}',
  more: 'Und {count} weitere.',

  spaces: 'Protection Spaces zur Auswahl',
  'spaces-why':
    'Nenn einen davon mit seiner ID. Mit anderem Realm: `{"space": "{id}", "realm": "Mine"}`. Weitere kommen hinzu, sobald eine Anfrage an ihren Ort geht.',
  space: 'ID',
  scheme: 'Schema',
  realm: 'Realm',
  own: 'Oder schreib einen aus: `{"scheme": "basic", "realm": "Mine", "settings": {}}`. Das geht mit diesen Schemata; dahinter stehen ihre Einstellungen, alle optional:',
  keys: 'Was die Schlüssel bedeuten',
  'key.spaces':
    'Die akzeptierten Protection Spaces, in der Reihenfolge, in der sie angeboten werden. `[]` lässt alle herein.',
  'key.lines': '`"each"`: je Challenge eine Zeile `WWW-Authenticate`. `"one"`: alle in einer Zeile.',
  'key.methods': 'Die erlaubten Methoden; mit `GET` geht auch `HEAD`. Andere bekommen 405.',
  'key.permits':
    '`roles`: Eine davon ist nötig, bei `[]` reicht jede Anmeldung. `scope`: nötig bei Zugangsdaten, die Scopes tragen.',
  'key.replies':
    'Was ein Tor beim Scheitern anders antwortet: `status`, `reason`, `challenges`, `fields` und `body` für `resource`, `sent`, `scheme`, `form`, `valid`, `fresh` oder `permitted`; unter `by` nur für eine bestimmte Art der Ablehnung.',
  'key.cors':
    'Was Skripte anderer Origins sehen dürfen: `allowOrigin`, `expose`, `allowHeaders`, `allowCredentials`. Ohne den Schlüssel: nichts. `wrong` macht es absichtlich falsch: `"guarded-preflight"` oder `"not-on-refusals"`.',
  'key.lockout': 'Nach so vielen Ablehnungen (`refusals`) in so vielen Sekunden (`seconds`) bekommt jede Anfrage 429.',

  'problem.empty': 'Hier steht keine Policy. „Wieder wie am Anfang“ holt eine zurück.',
  'problem.too-long': 'Die Policy hat {length} Zeichen, höchstens {most} sind erlaubt. Kürze sie.',
  'problem.value':
    '`{text}` ist kein Wert. Möglich sind Text in doppelten Anführungszeichen, eine Zahl, `true`, `false`, `null`, eine Liste `[…]` oder ein Objekt `{…}`.',
  'problem.key': '`{text}` ist kein Schlüssel. Schlüssel stehen in doppelten Anführungszeichen.',
  'problem.quotes': '`{char}` gilt in JSON nicht als Anführungszeichen. Nimm das gerade doppelte: `"`.',
  'problem.comment': 'JSON kennt keine Kommentare. Nimm ihn heraus.',
  'problem.ended': 'Der Text endet zu früh: Eine schließende Klammer fehlt.',
  'problem.unclosed':
    'In dieser Zeile fehlt das schließende Anführungszeichen. Ergänze es; ein Zeilenumbruch wird `\\n` geschrieben.',
  'problem.raw-control': 'In diesem Text steht ein unsichtbares Steuerzeichen. Lösch es.',
  'problem.escape': 'Diese Escape-Sequenz gibt es nicht. Ein Backslash wird `\\\\` geschrieben.',
  'problem.comma': 'Hier fehlt ein Komma oder `{close}`.',
  'problem.comma-last': 'Auf dieses Komma folgt nichts. Lösch es.',
  'problem.colon': 'Hinter einen Schlüssel gehört ein Doppelpunkt.',
  'problem.twice': '`{key}` steht hier zweimal. Lass eins stehen.',
  'problem.deep': 'So tief verschachtelt ist keine Policy. Mach sie flacher.',
  'problem.rest': 'Die Policy ist vor dieser Stelle zu Ende. Lösch, was danach kommt.',

  'problem.object': 'Hier gehört ein Objekt hin: `{…}`.',
  'problem.list': 'Hier gehört eine Liste hin: `[…]`.',
  'problem.text': 'Hier gehört ein Text in doppelten Anführungszeichen hin.',
  'problem.flag': 'Hier gehört `true` oder `false` hin.',
  'problem.whole': 'Hier gehört eine ganze Zahl von {least} bis {most} hin.',
  'problem.one-of': 'Möglich ist, in doppelten Anführungszeichen, eins davon: {options}.',
  'problem.many': 'Mehr als {most} sind hier nicht möglich.',
  'problem.few': 'Mindestens {least} muss hier stehen.',
  'problem.same': 'Hier steht etwas doppelt. Lass eins stehen.',
  'problem.long': 'Das ist länger als {most} Zeichen. Kürze es.',
  'problem.control':
    'Hier steht ein Zeilenumbruch oder ein anderes Steuerzeichen: Es würde die Header-Zeile beenden. Nimm es heraus.',
  'problem.key-unknown': 'Diesen Schlüssel gibt es hier nicht. Es gibt: {known}.',
  'problem.key-missing': 'Der Schlüssel `{key}` fehlt. Ergänze ihn.',
  'problem.token': 'Hier gehört ein einzelnes Wort hin: Buchstaben, Ziffern, Bindestriche, keine Leerzeichen.',
  'problem.status': 'Hier gehört ein endgültiger Status hin: 200 bis 599, aber nicht 205, denn der hat keinen Body.',
  'problem.latin': 'In der Reason-Phrase sind nur lateinische Zeichen möglich. Ersetze die anderen.',
  'problem.pair': 'Ein Header ist eine Liste aus Name und Wert: `["Retry-After", "60"]`.',
  'problem.origin': 'Hier gehört `*`, `null` oder ein Origin wie `https://www.example.com` hin, ohne Leerzeichen.',
  'problem.space':
    'Hier gehört die ID eines Protection Space hin, in doppelten Anführungszeichen, oder ein Objekt mit `scheme` und `realm`.',
  'problem.space-unknown': 'Einen Protection Space `{id}` gibt es nicht. Die vorhandenen stehen unten.',
  'problem.space-twice': '`{id}` steht schon in der Liste. Lass eins stehen.',
  'problem.space-served':
    'Hier antwortet ein Programm, und das kennt nur, wen seine eigenen Protection Spaces hereinlassen. Nenn mindestens einen davon: {spaces}.',
  'problem.session': 'Ein Algorithmus mit `-sess` braucht ein `qop`. Nenn eins oder nimm den Algorithmus ohne.',
  'problem.space-realm':
    'Der Realm von `{id}` ist `{realm}`. Einen anderen können nur diese Schemata haben: {schemes}.',
}
